using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class MessageHistoryTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly Member _joe = new("joe", "Joe", Noon);
    readonly Member _kim = new("kim", "Kim", Noon);
    readonly Room _room;

    public MessageHistoryTests()
    {
        _room = new("beans", "en", new("Beans", "Growing them"), RoomAudience.MembersOnly, null, _ana, Noon);
        foreach (var member in new[] { _joe, _kim })
        {
            _room.Invite(member, _ana, Noon);
            _room.Join(member, false, 0, Noon);
        }
    }

    [Fact]
    public void Each_edit_keeps_what_it_replaced_and_an_edit_that_changes_nothing_keeps_nothing()
    {
        var message = Said("One");
        message.EditBy(_joe, "Two", Noon.AddMinutes(1));
        message.EditBy(_joe, "Two", Noon.AddMinutes(2));
        message.EditBy(_joe, "Three", Noon.AddMinutes(3));

        Assert.Equal(["One", "Two"], message.Versions.OrderBy(v => v.Rev).Select(v => v.Body));
        Assert.True(message.ShowsVersionsTo(_kim, Noon));
    }

    [Fact]
    public void Of_a_deleted_message_only_its_author_and_the_stewards_see_the_words_for_thirty_days()
    {
        var message = Said("A slip of the tongue");
        message.DeleteBy(_joe, Noon);

        Assert.Equal("", message.Body);
        Assert.Equal("A slip of the tongue", Assert.Single(message.Versions).Body);
        Assert.Equal((true, true, false), (message.ShowsVersionsTo(_ana, Noon), message.ShowsVersionsTo(_joe, Noon), message.ShowsVersionsTo(_kim, Noon)));
        Assert.False(message.ShowsVersionsTo(_ana, Noon + Message.DeletedWordsStay));
    }

    [Fact]
    public void Who_leaves_and_takes_their_words_along_leaves_none_behind()
    {
        var message = Said("Mine");

        message.Forget(_joe.Id, wordsToo: true, Noon);

        Assert.Empty(message.Versions);
    }

    [Fact]
    public void An_editor_takes_a_reported_message_down_also_where_the_room_is_not_theirs()
    {
        var message = Said("Unkind words");
        var editor = new Member("mira", "Mira", Noon);

        Assert.Throws<RuleBrokenException>(() => message.TakeDownAfterReport(editor, Noon));
        editor.TakeOn(Duties.Editor);
        message.TakeDownAfterReport(editor, Noon);

        Assert.Equal((editor.Id, ""), (message.Deletion!.ById, message.Body));
    }

    [Theory]
    [InlineData(7, "A bed of beans")]
    [InlineData(1, " \u200b ")]
    public void Too_many_files_or_one_without_a_description_are_refused(int count, string description)
    {
        var files = Enumerable.Range(0, count).Select(n => new PostedFile($"{n}", "bed.jpg", description, "image/jpeg", 100, 4, 3)).ToList();

        Assert.Throws<RuleBrokenException>(() => _room.Post(_joe, new(Guid.NewGuid(), "Look") { Files = files }, Noon));
        Assert.Equal(0, _room.LastSeq);
    }

    Message Said(string body) => _room.Post(_joe, new(Guid.NewGuid(), body), Noon);
}
