using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories;

public sealed class StoryListTests(ReadingSite site)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/stories?topic=veterans", "Stories about Veterans")]
    [InlineData("/stories?place=maywood-illinois", "Stories from Maywood, Illinois")]
    [InlineData("/stories?skill=LE", "Stories that show Leading for Equity")]
    [InlineData("/stories?behaviour=17", "Stories that show behavior 17: ")]
    [InlineData("/stories?kind=failForward", "Stories of failing forward")]
    [InlineData("/stories?topic=food-access&skill=LE", "Stories about Food Access, that show Leading for Equity")]
    public async Task The_heading_says_what_is_shown(string path, string heading)
    {
        var page = await site.PageAsync(path);

        Assert.StartsWith(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task A_list_holds_just_the_stories_it_names_and_counts_them()
    {
        var expected = await site.InDbAsync(db => db.Stories.Public().Labelled(LabelKind.Behaviour, "17").Select(s => s.Slug).ToListAsync(Stop));

        var page = await site.PageAsync("/stories?behaviour=17");

        Assert.Equal(expected.Order(), page.QuerySelectorAll(".row h3 a").Select(a => a.GetAttribute("href")!["/stories/".Length..]).Order());
        Assert.Equal($"{expected.Count} stories", page.QuerySelector("#found")!.TextContent);
    }

    [Theory]
    [InlineData("/stories?topic=no-such-topic")]
    [InlineData("/stories?place=nowhere")]
    [InlineData("/stories?skill=XX")]
    [InlineData("/stories?behaviour=29")]
    [InlineData("/stories?behaviour=-1")]
    [InlineData("/stories?behaviour=99999999999999999999")]
    [InlineData("/stories?kind=gossip")]
    public async Task What_nothing_can_be_found_under_is_not_found(string path)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/stories?before=nonsense")]
    [InlineData("/stories?before=99999999999999999999999-0")]
    [InlineData("/stories?before=-")]
    public async Task A_place_in_the_list_that_makes_no_sense_is_its_beginning(string path)
    {
        var page = await site.PageAsync(path);

        Assert.NotEmpty(page.QuerySelectorAll(".row"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task A_topic_without_stories_teaches_the_first_step()
    {
        await site.InDbAsync(async db =>
        {
            db.Topics.Add(new("a-topic-of-its-own", new() { ["en"] = new("A topic of its own", "Nothing yet.") }, "rings"));
            return await db.SaveChangesAsync(Stop);
        });
        await Eventually(async () => (await site.GetAsync("/stories?topic=a-topic-of-its-own")).StatusCode == HttpStatusCode.OK);

        var page = await site.PageAsync("/stories?topic=a-topic-of-its-own");

        Assert.Contains("Start with one sentence", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.button-main[href='/stories/new']"));
    }

    [Fact]
    public async Task In_Spanish_a_row_without_a_translation_says_its_language()
    {
        var slug = $"una-{Guid.NewGuid():N}"[..20];
        await site.InDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var story = new Story(Member.Invented($"la_{Guid.NewGuid():N}"[..20], "Invented", Origin.Demo, now),
                new() { Kind = StoryKind.Video, Words = new() { Title = "Only in English", Summary = "Only in English" } }, slug, now);
            db.Add(story);
            db.Add(new StorySlug(slug, story.Id));
            return await db.SaveChangesAsync(Stop);
        });
        await Eventually(async () => (await site.TextAsync("/stories?kind=video", "es")).Contains(slug, StringComparison.Ordinal));

        var page = await site.PageAsync("/stories?kind=video", "es");

        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector($"a[href='/stories/{slug}']")!.Closest("[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public void A_place_in_the_list_survives_its_address()
    {
        var place = new ListPlace(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddTicks(7), Guid.CreateVersion7());

        Assert.Equal(place, ListPlace.Read(place.ToString()));
    }

    static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100 && !await holds(); i++)
            await Task.Delay(50, Stop);
        Assert.True(await holds());
    }
}
