using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class MessageWorkTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Friday = new(2026, 11, 27);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Room _room;
    readonly Message _message;

    public MessageWorkTests()
    {
        _room = new("beans", "en", new("Beans", "Growing them"), RoomAudience.MembersOnly, null, _ana, Noon);
        _room.Invite(_joe, _ana, Noon);
        _room.Join(_joe, false, 0, Noon);
        _message = _room.Post(_ana, new(Guid.NewGuid(), "Count jobs every month", "Jobs"), Noon);
    }

    [Fact]
    public void A_mark_is_a_change_with_its_number_and_saying_it_twice_is_none()
    {
        _message.MarkBy(_joe, MarkKind.Decision, null, null, Noon);
        _message.MarkBy(_joe, MarkKind.Decision, null, null, Noon);

        Assert.Equal((2, 2), (_message.Rev, _room.LastRev));
        Assert.Contains(new MessageChanged(_room.Id, 1, 2), _room.Raised);
    }

    [Fact]
    public void An_action_has_one_who_does_it_and_is_done_or_taken_up_again()
    {
        _message.MarkBy(_ana, MarkKind.Action, _joe, Friday, Noon);
        Assert.Equal((_joe.Id, Friday), (_message.Mark!.OwnerId, _message.Mark.Due));
        Assert.Contains(_room.Raised, e => e is ActionGiven);

        _message.FinishBy(_joe, done: true, Noon);
        Assert.Equal(Noon, _message.Mark.DoneAt);
        _message.FinishBy(_joe, done: false, Noon);
        Assert.Null(_message.Mark.DoneAt);
    }

    [Fact]
    public void An_action_without_a_name_belongs_to_who_marked_it_and_tells_nobody()
    {
        _message.MarkBy(_joe, MarkKind.Action, null, null, Noon);

        Assert.Equal(_joe.Id, _message.Mark!.OwnerId);
        Assert.DoesNotContain(_room.Raised, e => e is ActionGiven);
    }

    [Fact]
    public void Nobody_outside_the_room_is_given_an_action() =>
        Assert.Throws<RuleBrokenException>(() => _message.MarkBy(_ana, MarkKind.Action, new("kim", "Kim", Noon), null, Noon));

    [Fact]
    public void Only_an_action_is_done()
    {
        _message.MarkBy(_ana, MarkKind.Learning, null, null, Noon);

        Assert.Throws<RuleBrokenException>(() => _message.FinishBy(_ana, true, Noon));
    }

    [Fact]
    public void A_deleted_message_keeps_no_mark_and_takes_none()
    {
        _message.MarkBy(_ana, MarkKind.Decision, null, null, Noon);
        _message.PinBy(_ana, true, Noon);

        _message.DeleteBy(_ana, Noon);

        Assert.Null(_message.Mark);
        Assert.Null(_message.Pin);
        Assert.Throws<RuleBrokenException>(() => _message.MarkBy(_ana, MarkKind.Decision, null, null, Noon));
    }

    [Fact]
    public void A_message_moves_by_its_author_or_a_steward()
    {
        var joes = _room.Post(_joe, new(Guid.NewGuid(), "Beans are up"), Noon);

        joes.MoveTo("Beans", _joe, Noon);
        joes.MoveTo("Harvest", _ana, Noon);

        Assert.Equal("Harvest", joes.Topic);
        Assert.Throws<RuleBrokenException>(() => _message.MoveTo("Mine", _joe, Noon));
    }

    [Fact]
    public void In_an_open_room_only_who_looks_after_it_pins()
    {
        var room = new Room("open", "en", new("Open", "For all"), RoomAudience.Open, null, _ana, Noon);
        var message = room.Post(_joe, new(Guid.NewGuid(), "Look at me"), Noon);

        Assert.Throws<RuleBrokenException>(() => message.PinBy(_joe, true, Noon));
        message.PinBy(_ana, true, Noon);

        Assert.NotNull(message.Pin);
    }
}
