using AngleSharp.Html.Parser;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

public sealed class StoryPagerTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Walking_to_older_pages_shows_every_story_once_also_those_of_one_moment()
    {
        await app.InDbAsync(async db =>
        {
            var at = new DateTimeOffset(2020, 1, 5, 9, 0, 0, TimeSpan.Zero);
            var ana = Member.Invented("ana_of_the_pager", "Ana", Origin.Demo, at);
            for (var n = 0; n < 45; n++)
            {
                var story = new Story(ana, new() { Words = new() { Title = $"Story {n}", Summary = "A summary." } }, $"story-{n}", at);
                db.Add(story);
                db.Add(new StorySlug(story.Slug, story.Id));
            }
            return await db.SaveChangesAsync(Stop);
        });
        var all = await app.InDbAsync(db => db.Stories.Public().CountAsync(Stop));
        using var visitor = app.Visitor();

        List<string> seen = [];
        for (var next = "/stories"; next is not null;)
        {
            var page = new HtmlParser().ParseDocument(await visitor.GetStringAsync(new Uri(next, UriKind.Relative), Stop));
            seen.AddRange(page.QuerySelectorAll(".row h3 a").Select(a => a.GetAttribute("href")!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(all, seen.Count);
        Assert.Equal(all, seen.Distinct().Count());
    }
}
