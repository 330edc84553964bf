using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class RoomPeopleTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Member _kim = new("kim", "Kim", Noon);

    [Fact]
    public void Whoever_opens_a_room_looks_after_it()
    {
        var room = Opened(RoomAudience.Private);

        Assert.True(room.CanBeModeratedBy(_ana, Noon));
        Assert.True(room.TakesWordsOf(_ana));
        Assert.False(room.CanBeModeratedBy(_joe, Noon));
    }

    [Theory]
    [InlineData(RoomAudience.Open, false, true)]
    [InlineData(RoomAudience.MembersOnly, false, false)]
    [InlineData(RoomAudience.MembersOnly, true, true)]
    [InlineData(RoomAudience.Private, true, false)]
    public void Who_comes_in_without_asking_depends_on_the_room_and_its_hub(RoomAudience audience, bool ofItsHub, bool comesIn)
    {
        var room = Opened(audience, hubId: Guid.CreateVersion7());

        Assert.Equal(comesIn, room.LetsIn(_joe, ofItsHub));
        if (comesIn)
            Assert.True(room.Join(_joe, ofItsHub, 0, Noon).IsJoined);
        else
            Assert.Throws<RuleBrokenException>(() => room.Join(_joe, ofItsHub, 0, Noon));
    }

    [Fact]
    public void The_members_of_a_room_without_a_hub_are_let_in_one_by_one()
    {
        var room = Opened(RoomAudience.MembersOnly);

        var asked = room.AskToJoin(_joe, "I grow beans", 0, Noon);
        Assert.False(room.IsVisibleTo(_joe));
        room.Accept(asked, _ana, Noon);

        Assert.True(room.TakesWordsOf(_joe));
        Assert.Throws<RuleBrokenException>(() => room.Accept(asked, _ana, Noon));
    }

    [Fact]
    public void Nobody_asks_to_join_a_private_room() =>
        Assert.Throws<RuleBrokenException>(() => Opened(RoomAudience.Private).AskToJoin(_joe, "", 0, Noon));

    [Fact]
    public void An_invitation_lets_somebody_in_and_declining_it_leaves_nothing()
    {
        var room = Opened(RoomAudience.Private);
        var invited = room.Invite(_joe, _ana, Noon);
        Assert.False(room.IsVisibleTo(_joe));

        room.Leave(invited, Noon);
        Assert.Null(room.StandingOf(_joe));
        room.Invite(_joe, _ana, Noon);
        room.Join(_joe, false, 0, Noon);

        Assert.True(room.TakesWordsOf(_joe));
    }

    [Fact]
    public void Whom_both_sides_want_is_in()
    {
        var room = Opened(RoomAudience.MembersOnly);
        room.AskToJoin(_joe, "", 0, Noon);

        Assert.True(room.Invite(_joe, _ana, Noon).IsJoined);
    }

    [Fact]
    public void Nobody_comes_in_on_an_agreement_they_have_not_read()
    {
        var room = Opened(RoomAudience.Open);
        room.Agree(["Be kind"], "en", _ana, Noon);

        Assert.Throws<RuleBrokenException>(() => room.Join(_joe, false, 0, Noon));
        Assert.Equal(1, room.Join(_joe, false, 1, Noon).AgreedTo);

        room.Agree(["Be kind", "Share the air"], "en", _ana, Noon);
        Assert.Equal((1, 2), (room.StandingOf(_joe)!.AgreedTo, room.StandingOf(_ana)!.AgreedTo));
        Assert.True(room.TakesWordsOf(_joe));
    }

    [Theory]
    [InlineData(RoomAudience.Open)]
    [InlineData(RoomAudience.Private)]
    public void Whoever_was_removed_writes_no_more_and_does_not_come_back_by_themselves(RoomAudience audience)
    {
        var room = With(_joe, audience);

        room.Remove(room.StandingOf(_joe)!, "Sold pills", _ana, Noon);

        var broken = Assert.Throws<RuleBrokenException>(() => room.Post(_joe, new(Guid.NewGuid(), "Hello?"), Noon));
        Assert.StartsWith("You are not in this room any more", broken.Message, StringComparison.Ordinal);
        Assert.Throws<RuleBrokenException>(() => room.Join(_joe, false, 0, Noon));
        Assert.Throws<RuleBrokenException>(() => room.AskToJoin(_joe, "", 0, Noon));
        Assert.Throws<RuleBrokenException>(() => room.Leave(room.StandingOf(_joe)!, Noon));
        Assert.Contains(room.Raised, e => e is RoomMemberRemoved removed && removed.MemberId == _joe.Id);
        room.Invite(_joe, _ana, Noon);
        Assert.True(room.LetsIn(_joe, false));
    }

    [Fact]
    public void A_room_for_some_keeps_a_steward()
    {
        var room = With(_joe, RoomAudience.MembersOnly);

        Assert.Throws<RuleBrokenException>(() => room.Leave(room.StandingOf(_ana)!, Noon));
        Assert.Throws<RuleBrokenException>(() => room.Give(RoomRole.Member, room.StandingOf(_ana)!, _ana, Noon));
        room.Give(RoomRole.Steward, room.StandingOf(_joe)!, _ana, Noon);
        room.Leave(room.StandingOf(_ana)!, Noon);

        Assert.True(room.CanBeModeratedBy(_joe, Noon));
    }

    [Fact]
    public void Where_the_last_steward_ends_their_account_who_is_there_longest_takes_over()
    {
        var room = With(_joe, RoomAudience.Private);
        room.Invite(_kim, _ana, Noon);
        room.Join(_kim, false, 0, Noon.AddDays(1));

        room.LoseForGood(room.StandingOf(_ana)!, Noon);

        Assert.Equal((RoomRole.Steward, RoomRole.Member), (room.StandingOf(_joe)!.Role, room.StandingOf(_kim)!.Role));
    }

    [Fact]
    public void An_editor_looks_after_rooms_that_are_not_private()
    {
        var editor = new Member("eve", "Eve", Noon);
        editor.TakeOn(Duties.Editor);

        Assert.True(Opened(RoomAudience.MembersOnly).CanBeModeratedBy(editor, Noon));
        Assert.False(Opened(RoomAudience.Private).CanBeModeratedBy(editor, Noon));
        Assert.False(Opened(RoomAudience.Private).IsVisibleTo(editor));
    }

    [Fact]
    public void A_room_without_a_steward_stays_open_to_all()
    {
        var editor = new Member("eve", "Eve", Noon);
        editor.TakeOn(Duties.Editor);
        var room = new Room("welcome", new() { ["en"] = new("Welcome", "Hello") }, Noon);

        Assert.Throws<RuleBrokenException>(() => room.OpenTo(RoomAudience.Private, editor, Noon));
    }

    [Fact]
    public void The_query_and_the_room_agree_on_who_reads_it()
    {
        foreach (var audience in Enum.GetValues<RoomAudience>())
        {
            var room = With(_joe, audience);
            if (audience != RoomAudience.Open)
                room.Invite(_kim, _ana, Noon);
            foreach (var viewer in new[] { null, _ana, _joe, _kim })
                Assert.Equal(room.IsVisibleTo(viewer), new[] { room }.AsQueryable().VisibleTo(viewer).Any());
        }
    }

    Room Opened(RoomAudience audience, Guid? hubId = null) => new("beans", "en", new("Beans", "Growing them"), audience, hubId, _ana, Noon);

    Room With(Member member, RoomAudience audience)
    {
        var room = Opened(audience);
        if (audience != RoomAudience.Open)
            room.Invite(member, _ana, Noon);
        room.Join(member, false, 0, Noon);
        return room;
    }
}
