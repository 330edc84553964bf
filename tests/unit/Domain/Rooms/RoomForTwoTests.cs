using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class RoomForTwoTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    static readonly AskedBefore Nobody = new(false, 0, 0);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Member _kim = new("kim", "Kim", Noon);

    [Fact]
    public void A_pair_has_the_same_name_whoever_asked()
    {
        Assert.Equal(Room.PairOf(_ana.Id, _joe.Id), Room.PairOf(_joe.Id, _ana.Id));
        Assert.NotEqual(Room.PairOf(_ana.Id, _joe.Id), Room.PairOf(_ana.Id, _kim.Id));
        Assert.Equal(_joe.Id, ForTwo().OtherThan(_ana.Id));
        Assert.Equal(_ana.Id, ForTwo().OtherThan(_joe.Id));
    }

    [Fact]
    public void Nobody_looks_after_it_and_nobody_else_comes_in()
    {
        var room = ForTwo();
        _kim.TakeOn(Duties.Administrator);

        foreach (var member in new[] { _ana, _joe, _kim })
        {
            Assert.False(room.CanBeModeratedBy(member, Noon));
            Assert.Throws<RuleBrokenException>(() => room.Invite(_kim, member, Noon));
            Assert.Throws<RuleBrokenException>(() => room.OpenTo(RoomAudience.Open, member, Noon));
            Assert.Throws<RuleBrokenException>(() => room.CloseBy(member, Noon));
            Assert.Throws<RuleBrokenException>(() => room.Describe("en", new("Ours", "New"), member, Noon));
        }
        Assert.Throws<RuleBrokenException>(() => room.Join(_kim, true, 0, Noon));
        Assert.Throws<RuleBrokenException>(() => room.AskToJoin(_kim, "Please", 0, Noon));
        Assert.Throws<RuleBrokenException>(() => room.TakeUp(_ana, _kim, Noon));
        Assert.False(room.IsVisibleTo(_kim));
    }

    [Fact]
    public void Either_ends_it_and_both_keep_what_was_said()
    {
        var room = ForTwo();
        room.EndBy(_joe, Noon);

        Assert.False(room.TakesWordsOf(_ana));
        Assert.True(room.IsVisibleTo(_ana) && room.IsVisibleTo(_joe));
        Assert.Throws<RuleBrokenException>(() => room.EndBy(_kim, Noon));
    }

    [Fact]
    public void Leaving_ends_it_and_taking_it_up_brings_both_back()
    {
        var room = ForTwo();
        room.Leave(room.StandingOf(_joe)!, Noon);

        Assert.False(room.IsVisibleTo(_joe));
        Assert.False(room.TakesWordsOf(_ana));
        room.TakeUp(_joe, _ana, Noon);
        Assert.True(room.TakesWordsOf(_ana) && room.TakesWordsOf(_joe));
        Assert.Equal(2, room.Memberships.Count);
    }

    [Fact]
    public void It_ends_when_the_account_of_one_does()
    {
        var room = ForTwo();
        room.LoseForGood(room.StandingOf(_ana)!, Noon);

        Assert.NotNull(room.Closing);
        Assert.Equal(RoomRole.Member, room.StandingOf(_joe)!.Role);
    }

    [Fact]
    public void A_no_looks_like_no_answer()
    {
        var request = new TalkRequest(_ana, _joe, "About gardens", Nobody, Noon);
        request.Decline(_joe.Id, Noon.AddDays(1));

        Assert.True(request.SeemsOpenAt(Noon.AddDays(2)));
        Assert.False(request.IsOpenAt(Noon.AddDays(2)));
        Assert.False(request.SeemsOpenAt(Noon + TalkRequest.Waits));
        Assert.Empty(request.Raised);
    }

    [Fact]
    public void Only_who_was_asked_answers_and_only_who_asked_takes_it_back()
    {
        var request = new TalkRequest(_ana, _joe, "About gardens", Nobody, Noon);

        request.Decline(_ana.Id, Noon);
        request.TakeBack(_joe.Id, Noon);
        Assert.Null(request.Answer);
        Assert.Throws<RuleBrokenException>(() => request.Accept(_ana, ForTwo(), Noon));
        request.TakeBack(_ana.Id, Noon);
        Assert.Throws<RuleBrokenException>(() => request.Accept(_joe, ForTwo(), Noon));
    }

    [Fact]
    public void Whom_nobody_may_ask_is_not_asked()
    {
        var hidden = new Member("max", "Max", Noon);
        hidden.Describe(new() { SeenBy = Audience.Nobody });
        _kim.TakeTalks(false);

        foreach (var to in new[] { _kim, hidden, _ana, Member.Invented("import", "Imported", Origin.Import, Noon) })
            Assert.Throws<RuleBrokenException>(() => new TalkRequest(_ana, to, "About gardens", Nobody, Noon));
        _ana.SuspendBy(Administrator(), "Spam", Noon);
        Assert.Throws<RuleBrokenException>(() => new TalkRequest(_ana, _joe, "About gardens", Nobody, Noon));
        Assert.Throws<RuleBrokenException>(() => new TalkRequest(_joe, _ana, "About gardens", Nobody, Noon));
    }

    [Theory]
    [InlineData(true, 0, 0, false)]
    [InlineData(false, TalkRequest.MostOpen, 0, false)]
    [InlineData(false, 0, TalkRequest.MostADay, false)]
    [InlineData(false, TalkRequest.MostOpen - 1, TalkRequest.MostADay - 1, true)]
    public void Asking_has_its_limits(bool themLately, int open, int today, bool may)
    {
        var asked = Record.Exception(() => new TalkRequest(_ana, _joe, "About gardens", new(themLately, open, today), Noon));
        Assert.Equal(may, asked is null);
    }

    [Fact]
    public void Who_is_new_asks_two_on_the_first_day()
    {
        _ana.BeNew();

        Assert.Null(Record.Exception(() => new TalkRequest(_ana, _joe, "About gardens", new(false, 1, 1), Noon)));
        Assert.Throws<RuleBrokenException>(() => new TalkRequest(_ana, _joe, "About gardens", new(false, 2, 2), Noon));
        Assert.Null(Record.Exception(() => new TalkRequest(_ana, _joe, "About gardens", new(false, 2, 2), Noon + FirstDay.Lasts)));
    }

    Room ForTwo() => Room.ForTwo("two-1", new() { ["en"] = new("A room for two", "Ours") }, _ana, _joe, Noon);

    static Member Administrator()
    {
        var admin = new Member("eve", "Eve", Noon);
        admin.TakeOn(Duties.Administrator);
        return admin;
    }
}
