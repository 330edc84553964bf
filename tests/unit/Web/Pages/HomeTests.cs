namespace HealthDoers.Tests.Web.Pages;

public sealed class HomeTests(ReadingSite site)
{
    [Fact]
    public async Task It_opens_with_a_question_a_featured_story_what_changed_and_what_failed_forward()
    {
        var page = await site.PageAsync("/");

        Assert.Equal("/search", page.QuerySelector("form[role=search]")!.GetAttribute("action"));
        var lead = page.QuerySelector(".lead h2 a")!.GetAttribute("href");
        var rows = page.QuerySelectorAll(".row h3 a").Select(a => a.GetAttribute("href")).ToList();
        Assert.StartsWith("/stories/", lead, StringComparison.Ordinal);
        Assert.DoesNotContain(lead, rows);
        Assert.Equal(5, rows.Count(r => r!.StartsWith("/stories/", StringComparison.Ordinal)));
        Assert.StartsWith("/stories/", page.QuerySelector(".failed h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_draws_one_point_for_each_of_the_first_24_communities()
    {
        var page = await site.PageAsync("/");

        Assert.Equal(24, page.QuerySelectorAll(".sunrise .dot-ring").Length);
    }

    [Fact]
    public async Task In_Spanish_its_words_and_its_stories_are_Spanish()
    {
        var page = await site.PageAsync("/", "es");

        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Gente como usted lo hizo mejor. Vea cómo.", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".lead [lang]"));
    }
}
