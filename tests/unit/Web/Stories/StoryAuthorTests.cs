using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Stories.Writing;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

public sealed class StoryAuthorTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Audience.Everyone, true, true, true)]
    [InlineData(Audience.Members, true, false, true)]
    [InlineData(Audience.Nobody, false, false, false)]
    public async Task A_story_names_and_links_its_author_as_they_chose_to_be_seen(Audience seenBy, bool named, bool linkedForVisitors, bool linkedForMembers)
    {
        using var ana = await Author.InAsync(app, "ana_seen");
        using var joe = await Author.InAsync(app, "joe");
        await app.InDbAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop);
            member.Rename($"Ana Seen By {seenBy}");
            member.Describe(new() { SeenBy = seenBy });
            return await db.SaveChangesAsync(Stop);
        });
        var path = await ana.PublishAsync($"Seen by {seenBy}");
        using var visitor = app.Visitor();

        var open = await visitor.GetStringAsync(path, Stop);
        var feeds = await visitor.GetStringAsync("/stories/feed.json", Stop) + await visitor.GetStringAsync("/stories/feed.xml", Stop);
        var toMember = (await joe.ReadAsync(path)).QuerySelector(".facts")!;

        Assert.Equal(named, open.Contains($"Ana Seen By {seenBy}", StringComparison.Ordinal));
        Assert.Equal(named, feeds.Contains($"Ana Seen By {seenBy}", StringComparison.Ordinal));
        Assert.Equal(linkedForVisitors, open.Contains($"/members/{ana.Member.Handle}", StringComparison.Ordinal));
        Assert.Equal(linkedForMembers, toMember.QuerySelector("a[href^='/members/']") is not null);
        if (linkedForMembers)
            Assert.True((await joe.GetAsync($"/members/{ana.Member.Handle}")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_comment_links_only_to_a_page_that_its_reader_may_open()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        var path = await ana.PublishAsync($"Talked about {Guid.NewGuid():N}");
        await joe.PostAsync($"{path}/comment", ("Input.Body", "Who brings water?"));
        using var visitor = app.Visitor();

        Assert.DoesNotContain($"/members/{joe.Member.Handle}", await visitor.GetStringAsync(path, Stop), StringComparison.Ordinal);
        Assert.NotNull((await ana.ReadAsync(path)).QuerySelector($"#comments a[href='/members/{joe.Member.Handle}']"));
    }
}
