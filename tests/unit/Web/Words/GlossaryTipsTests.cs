using System.Text;
using AngleSharp.Html.Parser;
using HealthDoers.Web.Words;

namespace HealthDoers.Tests.Web.Words;

public class GlossaryTipsTests
{
    static readonly GlossaryTips Tips = new(
    [
        new("pdsa-cycle", "PDSA cycle", ["Plan-Do-Study-Act", "PDSA"], "Plan it, try it small, look, then \"decide\".", "en"),
        new("scale", "SCALE", [], "A named effort.", "en"),
        new("aim", "aim", ["aim statement"], "What, for whom, by when.", "en"),
        new("bright-spot", "bright spot", [], "Something that works.", "en"),
        new("qi", "Q&A", [], "Questions.", "en"),
    ]);

    static string Tip(string slug, string shown, string meaning) =>
        $"<span class=\"tip\"><a href=\"/glossary#{slug}\" aria-describedby=\"tip-{slug}\">{shown}</a><span role=\"tooltip\" id=\"tip-{slug}\" hidden>{meaning}</span></span>";

    static readonly string Aim = Tip("aim", "aim", "What, for whom, by when.");

    static string Apply(string html) => Tips.Apply(html, new HashSet<string>());

    [Fact]
    public void The_first_use_of_a_term_gets_its_meaning() =>
        Assert.Equal($"<p>Our {Aim} is an aim.</p>", Apply("<p>Our aim is an aim.</p>"));

    [Fact]
    public void The_longest_name_wins_and_the_meaning_is_encoded() =>
        Assert.Equal(
            "<p>A " + Tip("pdsa-cycle", "pdsa\ncycle", "Plan it, try it small, look, then &quot;decide&quot;.") + " or PDSA</p>",
            Apply("<p>A pdsa\ncycle or PDSA</p>"));

    [Theory]
    [InlineData("<p>to scale up</p>")]
    [InlineData("<p>claim, aims4, aimé, aimless</p>")]
    [InlineData("<p><a href=\"/aim\">the <em>aim</em></a></p>")]
    [InlineData("<h3>Our aim</h3>")]
    [InlineData("<pre><code>aim</code></pre>")]
    [InlineData("<p title=\"aim\">&aim; none</p>")]
    [InlineData("<p>pdsa</p>")]
    [InlineData("")]
    [InlineData("<p>broken <aim")]
    public void Other_places_and_other_words_are_left_alone(string html) => Assert.Equal(html, Apply(html));

    [Fact]
    public void An_abbreviation_is_found_in_its_own_case() =>
        Assert.Equal($"<p>scale {Tip("scale", "SCALE", "A named effort.")}.</p>", Apply("<p>scale SCALE.</p>"));

    [Fact]
    public void A_plural_is_a_use() =>
        Assert.Equal($"<li>{Tip("bright-spot", "Bright Spots", "Something that works.")}</li><p>{Aim.Replace(">aim<", ">Aims<")}</p>", Apply("<li>Bright Spots</li><p>Aims</p>"));

    [Fact]
    public void Names_with_signs_are_found_as_html_writes_them() =>
        Assert.Equal(Tip("qi", "Q&amp;A", "Questions."), Apply("Q&amp;A"));

    [Fact]
    public void Texts_of_one_page_share_what_was_seen()
    {
        var seen = new HashSet<string>();
        Tips.Apply("<p>aim</p>", seen);
        Assert.Equal("<p>aim</p>", Tips.Apply("<p>aim</p>", seen));
        Assert.Equal(["aim"], seen);
    }

    [Fact]
    public void A_longer_name_already_seen_gives_no_tip_to_its_parts()
    {
        var seen = new HashSet<string> { "pdsa-cycle" };
        Assert.Equal("a PDSA cycle", Tips.Apply("a PDSA cycle", seen));
    }

    [Fact]
    public void Tips_never_nest_and_their_text_reads_on()
    {
        var page = new HtmlParser().ParseDocument(Apply(Apply("<p>aim PDSA cycle</p><h3>aim</h3><p>bright spots</p>")));
        Assert.Empty(page.QuerySelectorAll("a a, h3 a, .tip .tip a"));
        Assert.All(page.QuerySelectorAll(".tip a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("aria-describedby")!)));
    }

    [Fact]
    public void Each_language_has_its_own()
    {
        var tips = GlossaryTips.ByLanguage([new("aim", "aim", [], "x", "en"), new("aim", "meta", [], "y", "es")]);
        Assert.Contains("/glossary#aim", tips["es"].Apply("La meta", new HashSet<string>()));
        Assert.Equal("La meta", tips["en"].Apply("La meta", new HashSet<string>()));
    }

    [Fact]
    public void A_megabyte_is_walked_once()
    {
        var html = new StringBuilder().Insert(0, "<p>aim to scale bright spot pdsa &amp; plan-do </p>", 20_000).ToString();
        Quick.Within(TimeSpan.FromSeconds(1), () => Apply(html));
    }
}
