using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class JargonCardTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 22);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Room _room;
    readonly Message _message;

    public JargonCardTests()
    {
        _room = new("beans", "en", new("Beans", "Growing them"), RoomAudience.MembersOnly, null, _ana, Noon);
        _room.Invite(_joe, _ana, Noon);
        _room.Join(_joe, false, 0, Noon);
        _message = _room.Post(_ana, new(Guid.NewGuid(), "Bring your PDSA ramp"), Noon);
    }

    [Fact]
    public void A_card_is_a_change_of_its_message_and_a_second_one_for_the_word_is_none()
    {
        var card = _message.RaiseCard("PDSA", null, null, Today);

        Assert.Null(_message.RaiseCard("pdsa", null, _joe, Today));
        Assert.Equal((2L, 1, (Guid?)null, Today), (_message.Rev, _message.CardCount, card!.ById, card.On));
        Assert.Contains(new JargonRaised(_room.Id, 1, card.Id), _room.Raised);
    }

    [Fact]
    public void The_id_of_a_card_says_nothing_of_the_moment() =>
        Assert.Equal(4, _message.RaiseCard("PDSA", null, null, Today)!.Id.Version);

    [Fact]
    public void A_card_can_say_nothing_that_the_author_did_not() =>
        Assert.Equal("Choose a word that stands in this message.", Assert.Throws<RuleBrokenException>(() => _message.CheckTakesCard("nonsense", _joe)).Message);

    [Fact]
    public void Only_so_many_cards_lie_on_a_message()
    {
        foreach (var word in new[] { "Bring", "your", "PDSA", "ramp", "" })
            _message.RaiseCard(word, null, null, Today);

        Assert.Throws<RuleBrokenException>(() => _message.RaiseCard("PDSA ramp", null, null, Today));
    }

    [Fact]
    public void Said_in_other_words_the_message_loses_the_card_and_keeps_the_others()
    {
        _message.RaiseCard("PDSA", null, null, Today);
        _message.RaiseCard("ramp", null, null, Today);

        _message.EditBy(_ana, "Bring your ramp of small tests", Noon);

        Assert.Equal(["ramp"], _message.Cards.Select(c => c.Word));
        Assert.Equal(1, _message.CardCount);
    }

    [Fact]
    public void The_author_and_who_raised_it_with_their_name_put_a_card_away_and_others_do_not()
    {
        var named = _message.RaiseCard("ramp", null, _joe, Today)!;
        var unnamed = _message.RaiseCard("PDSA", null, null, Today)!;

        Assert.Throws<RuleBrokenException>(() => _message.PutCardAway(unnamed.Id, _joe, Noon));
        _message.PutCardAway(named.Id, _joe, Noon);
        _message.PutCardAway(unnamed.Id, _ana, Noon);

        Assert.Empty(_message.Cards);
        Assert.Equal(0, _message.CardCount);
    }

    [Fact]
    public void Nobody_raises_one_in_a_closed_room_on_a_deleted_message_or_from_outside()
    {
        Assert.Throws<RuleBrokenException>(() => _message.CheckTakesCard("PDSA", new("sam", "Sam", Noon)));
        _room.CloseBy(_ana, Noon);
        Assert.Throws<RuleBrokenException>(() => _message.RaiseCard("PDSA", null, null, Today));
        _room.OpenAgain(_ana, Noon);
        _message.RaiseCard("PDSA", null, null, Today);
        _message.DeleteBy(_ana, Noon);
        Assert.Throws<RuleBrokenException>(() => _message.RaiseCard("", null, null, Today));
        Assert.Equal(0, _message.CardCount);
    }

    [Fact]
    public void Who_leaves_the_site_takes_their_name_off_their_cards()
    {
        var card = _message.RaiseCard("ramp", null, _joe, Today)!;

        _message.Forget(_joe.Id, wordsToo: false, Noon);

        Assert.Null(card.ById);
        Assert.Equal(3, _message.Rev);
    }
}
