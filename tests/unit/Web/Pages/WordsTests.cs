using System.Net;

namespace HealthDoers.Tests.Web.Pages;

public sealed class WordsTests(ReadingSite site)
{
    [Theory]
    [InlineData("/about", "About HealthDoers")]
    [InlineData("/about/movement", null)]
    [InlineData("/about/scale", null)]
    [InlineData("/about/distributed-leadership", null)]
    [InlineData("/about/community-of-solutions", "What is a Community of Solutions?")]
    [InlineData("/about/evidence", null)]
    [InlineData("/about/agreements", null)]
    [InlineData("/about/feeds", "Feeds")]
    [InlineData("/help", "Help")]
    [InlineData("/privacy", null)]
    public async Task Every_page_about_the_site_stands_in_both_languages(string path, string? title)
    {
        var english = await site.PageAsync(path);
        var spanish = await site.PageAsync(path, "es");

        Assert.Equal(title ?? english.QuerySelector("h1")!.TextContent, english.QuerySelector("h1")!.TextContent);
        Assert.NotEqual(english.QuerySelector("h1")!.TextContent, spanish.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(english.QuerySelectorAll("main h4"), h => h is not null);
        Assert.EndsWith(path, english.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about/movement")]
    [InlineData("/about/scale")]
    [InlineData("/about/distributed-leadership")]
    [InlineData("/about/community-of-solutions")]
    [InlineData("/about/evidence")]
    public async Task English_titles_in_Spanish_pages_say_that_they_are_English(string path)
    {
        var page = await site.PageAsync(path, "es");

        Assert.NotEmpty(page.QuerySelectorAll("main em[lang=en]"));
        Assert.DoesNotContain(page.QuerySelectorAll("main em, main strong"), e => e.TextContent.StartsWith("en: ", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("main em:not([lang])"), e => e.TextContent.StartsWith("SCALE", StringComparison.Ordinal));
    }

    [Theory, InlineData("en"), InlineData("es")]
    public async Task What_help_and_privacy_lead_to_is_there(string language)
    {
        foreach (var path in new[] { "/help", "/privacy" })
        {
            var links = (await site.PageAsync(path, language)).QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Contains("/rooms/welcome", links);
            foreach (var link in links.Distinct())
            {
                using var answer = await site.GetAsync(link);
                Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    [Theory, InlineData("/about/no-such-page"), InlineData("/nothing")]
    public async Task Another_page_is_not_found(string path)
    {
        using var answer = await site.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_five_skills_and_28_behaviours_lead_to_their_stories()
    {
        var page = await site.PageAsync("/about/community-of-solutions");

        Assert.Equal(5, page.QuerySelectorAll("a[href^='/stories?skill=']").Length);
        Assert.Equal(28, page.QuerySelectorAll("[id^=behaviour-]").Length);
        foreach (var link in page.QuerySelectorAll("a[href^='/stories?behaviour=']"))
            Assert.NotEmpty((await site.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task A_tip_in_a_story_leads_to_its_word_in_the_glossary()
    {
        var glossary = await site.PageAsync("/glossary");
        var about = await site.PageAsync("/about/scale");

        var tips = about.QuerySelectorAll("a[href^='/glossary#']").Select(a => a.GetAttribute("href")!["/glossary#".Length..]).ToList();
        Assert.NotEmpty(tips);
        Assert.All(tips, slug => Assert.NotNull(glossary.GetElementById(slug)));
        Assert.True(glossary.QuerySelectorAll(".terms dt").Length >= 50);
    }

    [Fact]
    public async Task The_glossary_is_in_the_order_of_the_readers_language()
    {
        var spanish = await site.PageAsync("/glossary", "es");

        var terms = spanish.QuerySelectorAll(".terms dt").Select(t => t.TextContent).ToList();
        Assert.Equal(terms.Order(StringComparer.Create(new("es"), ignoreCase: true)), terms);
    }
}
