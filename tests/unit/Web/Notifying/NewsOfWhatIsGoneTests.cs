using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Tests.Web.Stories.Writing;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Notifying;

public sealed class NewsOfWhatIsGoneTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hidden_story_is_named_to_its_author_alone_who_reads_why()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        using var mira = await Author.InAsync(app, "mira", Duties.Editor);
        await app.InDbAsync(async db =>
        {
            db.Add(new Follow(joe.Member.Id, FollowedKind.Member, ana.Member.Id, DateTimeOffset.UtcNow));
            return await db.SaveChangesAsync(Stop);
        });
        await ana.PublishAsync("The okapi that has a name");
        await Eventually.UntilAsync(() => ReadsAsync(joe, "okapi"));

        await app.InDbAsync(async db =>
        {
            (await db.Stories.SingleAsync(s => s.AuthorId == ana.Member.Id, Stop)).HideBy(await db.Members.SingleAsync(m => m.Id == mira.Member.Id, Stop), "It names a child", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });

        await Eventually.UntilAsync(() => ReadsAsync(ana, "out of sight: It names a child"));
        Assert.False(await ReadsAsync(joe, "okapi"));
        var slug = await app.InDbAsync(db => db.Stories.Where(s => s.AuthorId == ana.Member.Id).Select(s => s.Slug).SingleAsync(Stop));
        Assert.Contains("It names a child", (await ana.ReadAsync($"/stories/{slug}")).Body!.TextContent, StringComparison.Ordinal);
    }

    static async Task<bool> ReadsAsync(Author who, string words) => (await who.ReadAsync("/notifications")).Body!.TextContent.Contains(words, StringComparison.Ordinal);
}
