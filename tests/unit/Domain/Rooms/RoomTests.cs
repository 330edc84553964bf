using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class RoomTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Room _room = new("harvest", new() { ["en"] = new("Harvest", "Growing food") }, Noon);

    [Fact]
    public void A_room_gives_each_message_the_next_place_and_the_next_change()
    {
        var first = _room.Post(_ana, Says("Good morning"), Noon);
        var second = _room.Post(_joe, Says("Morning"), Noon);

        Assert.Equal((1, 1), (first.Seq, first.Rev));
        Assert.Equal((2, 2), (second.Seq, second.Rev));
        Assert.Equal((2, 2), (_room.LastSeq, _room.LastRev));
        Assert.Contains(new MessagePosted(_room.Id, 2, 2), _room.Raised);
    }

    [Fact]
    public void A_closed_room_takes_no_new_messages()
    {
        _room.CloseBy(Editor(), Noon);

        var broken = Assert.Throws<RuleBrokenException>(() => _room.Post(_ana, Says("Still here?"), Noon));

        Assert.Equal("This room is closed, so it takes no new messages.", broken.Message);
        Assert.Equal(0, _room.LastSeq);
    }

    [Fact]
    public void Only_an_editor_closes_a_room() => Assert.Throws<RuleBrokenException>(() => _room.CloseBy(_ana, Noon));

    [Fact]
    public void A_suspended_member_writes_in_no_room()
    {
        _ana.SuspendBy(Administrator(), "Shouting", Noon);

        Assert.False(_room.TakesWordsOf(_ana));
        Assert.Throws<RuleBrokenException>(() => _room.Post(_ana, Says("Hello"), Noon));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("\u200b\u200d\ufeff")]
    public void A_message_with_nothing_to_see_is_refused(string body)
    {
        Assert.Equal(BodyFault.Empty, Says(body).BodyFault);
        Assert.Throws<RuleBrokenException>(() => _room.Post(_ana, Says(body), Noon));
        Assert.Equal(0, _room.LastRev);
    }

    [Fact]
    public void A_message_has_room_for_ten_thousand_characters_and_no_more()
    {
        _room.Post(_ana, Says(new string('a', 10_000)), Noon);

        Assert.Equal(BodyFault.TooLong, Says(new string('a', 10_001)).BodyFault);
        Assert.Throws<RuleBrokenException>(() => _room.Post(_ana, Says(new string('a', 10_001)), Noon));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Only_a_message_of_the_room_can_be_answered(long seq)
    {
        _room.Post(_ana, Says("First"), Noon);

        Assert.Throws<RuleBrokenException>(() => _room.Post(_joe, Says("Yes") with { ReplyToSeq = seq }, Noon));
    }

    [Fact]
    public void An_edit_takes_the_next_change_and_keeps_the_place()
    {
        var message = _room.Post(_ana, Says("Tomatos"), Noon);

        message.EditBy(_ana, "Tomatoes", Noon.AddMinutes(1));

        Assert.Equal((1, 2, "Tomatoes"), (message.Seq, message.Rev, message.Body));
        Assert.Equal(Noon.AddMinutes(1), message.EditedAt);
        Assert.Contains(new MessageChanged(_room.Id, 1, 2), _room.Raised);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_no_change()
    {
        var message = _room.Post(_ana, Says("Beans"), Noon);

        message.EditBy(_ana, " Beans ", Noon.AddMinutes(1));

        Assert.Null(message.EditedAt);
        Assert.Equal(1, _room.LastRev);
    }

    [Fact]
    public void Nobody_edits_what_another_said()
    {
        var message = _room.Post(_ana, Says("Beans"), Noon);

        Assert.Throws<RuleBrokenException>(() => message.EditBy(Editor(), "Peas", Noon));
    }

    [Fact]
    public void A_deleted_message_stays_as_an_empty_tombstone()
    {
        var message = _room.Post(_ana, Says("Oops") with { ReplyToSeq = null }, Noon);
        message.React(_joe, "thanks", on: true, Noon);

        message.DeleteBy(_ana, Noon.AddMinutes(1));

        Assert.Equal("", message.Body);
        Assert.Empty(message.Reactions);
        Assert.Equal((1, 3), (message.Seq, message.Rev));
        Assert.Throws<RuleBrokenException>(() => message.EditBy(_ana, "Back", Noon));
        Assert.Throws<RuleBrokenException>(() => message.React(_joe, "thanks", on: true, Noon));
    }

    [Fact]
    public void An_editor_may_delete_a_message_and_another_member_may_not()
    {
        var message = _room.Post(_ana, Says("Buy my pills"), Noon);

        Assert.Throws<RuleBrokenException>(() => message.DeleteBy(_joe, Noon));
        var editor = Editor();
        message.DeleteBy(editor, Noon);

        Assert.Equal(editor.Id, message.Deletion!.ById);
    }

    [Fact]
    public void A_reaction_given_twice_counts_once_and_can_be_taken_back()
    {
        var message = _room.Post(_ana, Says("Beans"), Noon);

        message.React(_joe, "thanks", on: true, Noon);
        message.React(_joe, "thanks", on: true, Noon);
        Assert.Single(message.Reactions);
        Assert.Equal(2, _room.LastRev);

        message.React(_joe, "thanks", on: false, Noon);
        Assert.Empty(message.Reactions);
        Assert.Equal(3, _room.LastRev);
    }

    [Fact]
    public void Only_known_reactions_are_taken()
    {
        var message = _room.Post(_ana, Says("Beans"), Noon);

        Assert.Throws<RuleBrokenException>(() => message.React(_joe, "<script>", on: true, Noon));
    }

    [Fact]
    public void A_read_mark_moves_forward_only_and_never_past_the_end()
    {
        _room.Post(_ana, Says("One"), Noon);
        _room.Post(_ana, Says("Two"), Noon);
        var mark = new ReadMark(_room.Id, _joe.Id);

        mark.MoveTo(99, _room, Noon);
        mark.MoveTo(1, _room, Noon.AddHours(1));

        Assert.Equal((2, Noon), (mark.Seq, mark.At));
    }

    [Fact]
    public void The_query_and_the_room_agree_on_who_sees_it()
    {
        var left = new Member("left", "Left", Noon);
        left.Erase(Noon);

        foreach (var viewer in new[] { null, _ana, Editor(), left })
            Assert.Equal(_room.IsVisibleTo(viewer), new[] { _room }.AsQueryable().VisibleTo(viewer).Any());
    }

    static Posting Says(string body) => new(Guid.NewGuid(), body);

    static Member Editor() => With(Duties.Editor);

    static Member Administrator() => With(Duties.Administrator);

    static Member With(Duties duties)
    {
        var member = new Member("eve", "Eve", Noon);
        member.TakeOn(duties);
        return member;
    }
}
