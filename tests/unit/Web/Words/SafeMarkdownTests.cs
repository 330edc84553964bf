using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Words;

namespace HealthDoers.Tests.Web.Words;

public class SafeMarkdownTests
{
    [Theory]
    [InlineData("**Food** is *medicine* ~~maybe~~", "<p><strong>Food</strong> is <em>medicine</em> <del>maybe</del></p>\n")]
    [InlineData("# One\n\n###### Six", "<h3>One</h3>\n<h6>Six</h6>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n")]
    [InlineData("```js\"onload=x\nlet a;\n```", "<pre><code>let a;\n</code></pre>\n")]
    [InlineData("[ours](/stories/walk#top)", "<p><a href=\"/stories/walk#top\">ours</a></p>\n")]
    [InlineData("[theirs](https://a.example/?a=1&b=2)", "<p><a href=\"https://a.example/?a=1&amp;b=2\" rel=\"nofollow ugc noopener\">theirs</a></p>\n")]
    [InlineData("see https://a.example/x.", "<p>see <a href=\"https://a.example/x\" rel=\"nofollow ugc noopener\">https://a.example/x</a>.</p>\n")]
    [InlineData("<ana@a.example>", "<p><a href=\"mailto:ana@a.example\">ana@a.example</a></p>\n")]
    [InlineData("![our garden](https://a.example/g.jpg)", "<p><a href=\"https://a.example/g.jpg\" rel=\"nofollow ugc noopener\">our garden</a></p>\n")]
    [InlineData("[![garden](/g.jpg)](/stories)", "<p><a href=\"/stories\">garden</a></p>\n")]
    [InlineData("<b>bold</b> & <script>alert(1)</script>", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("one\ntwo", "<p>one\ntwo</p>\n")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Markdown_becomes_plain_html(string? text, string html) => Assert.Equal(html, SafeMarkdown.ToHtml(text));

    [Fact]
    public void Talk_keeps_its_line_breaks() => Assert.Equal("<p>one<br />\ntwo</p>\n", SafeMarkdown.ToHtml("one\ntwo", keepBreaks: true));

    [Fact]
    public void A_table_aligns_by_class_not_by_style()
    {
        var html = SafeMarkdown.ToHtml("|a|b|c|\n|---|:-:|--:|\n|1|2|3|");
        Assert.Contains("<td>1</td>\n<td class=\"center\">2</td>\n<td class=\"end\">3</td>", html);
        Assert.DoesNotContain("style", html);
        Assert.Empty(SafeHtml.Faults(html));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](java&#x09;script:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x](/&#x09;/evil.example)")]
    [InlineData("[x](https://bank.example@evil.example/)")]
    [InlineData("[x](evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<vbscript:x>")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x][y]\n\n[y]: data:text/html,hi")]
    public void No_other_address_becomes_a_link(string text) => Assert.DoesNotContain("<a", SafeMarkdown.ToHtml(text));

    [Theory]
    [InlineData("[x](/a\"onmouseover=alert(1))")]
    [InlineData("[x](https://a.example/\"onmouseover=\"alert(1))")]
    [InlineData("[x](/a 'title\"><script>alert(1)</script>')")]
    [InlineData("![\"><img src=x onerror=alert(1)>](/a.png)")]
    [InlineData("<https://a.example/\"onclick=alert(1)>")]
    [InlineData("https://a.example/\"onclick=alert(1)//<svg/onload=x>")]
    [InlineData("```\"><script>\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("[a](</x><script>alert(1)</script>)")]
    [InlineData("|<td onclick=x>|\n|-|\n|<svg onload=x>|")]
    [InlineData("<!-- --> <![CDATA[ x ]]> <?php ?> <!doctype x>")]
    [InlineData("{onclick=alert(1)}\n# a {onclick=alert(1)}")]
    public void Nothing_breaks_out_of_its_place(string text) => Assert.Empty(SafeHtml.Faults(SafeMarkdown.ToHtml(text)));

    [Fact]
    public void Whatever_is_typed_gives_only_listed_elements_and_attributes()
    {
        string[] pieces =
            ["[", "]", "(", ")", "](", "![", "<", ">", "*", "**", "_", "`", "```", "~~", "#", "\n", "\n\n", "> ", "- ", "1. ", "|", "|-|", "    ",
             "\"", "'", "&", "&#x3A;", "&colon;", "\\", "\t", ":", "//", "/", "javascript:", "data:", "https://a.example", "www.a.example", "mailto:a@b.c",
             "onclick=", "<script>", "<a href=", "<img src=x>", "style=", "{#id .c}", "a", "b ", "[a]: ", "\0", "\u202E", "é", "😀", "<!--", "-->", "]]>"];
        var text = Gen.ListOf(Gen.Elements(pieces)).Select(string.Concat);
        Prop.ForAll(Arb.From(text), typed => !SafeHtml.Faults(SafeMarkdown.ToHtml(typed)).Any() && !SafeHtml.Faults(SafeMarkdown.ToHtml(typed, true)).Any())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    public static TheoryData<string> Nestings => new(
        ">", "> ", "[", "![", "*a ", "_a", "**a *b ", "~~a ", "`a``", "- ", "1. ", "> - ", "[a](", "http://a.b/(", "<a ", "<![CDATA[", "[a\n", "|\n", "a|", "\\", "&#", "(", "](b)", "\t");

    [Theory]
    [MemberData(nameof(Nestings))]
    public void A_megabyte_of_nesting_costs_less_than_a_second(string piece)
    {
        foreach (var length in (int[])[1_000_000, 100_000])
        {
            var text = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
            var html = "";
            Quick.Within(TimeSpan.FromSeconds(1), () =>
            {
                html = SafeMarkdown.ToHtml(text);
                SafeMarkdown.ToPlainText(text);
            });
            Assert.InRange(html.Length, 0, 8 * length);
        }
    }

    [Fact]
    public void Closed_brackets_a_megabyte_deep_cost_less_than_a_second()
    {
        var text = new string('[', 50_000) + "a" + new StringBuilder().Insert(0, "](b)", 12_000);
        Quick.Within(TimeSpan.FromSeconds(1), () => Assert.Empty(SafeHtml.Faults(SafeMarkdown.ToHtml(text))));
    }

    [Fact]
    public void A_wide_table_does_not_swell_the_page()
    {
        var text = new StringBuilder().Insert(0, "|a", 100) + "\n" + new StringBuilder().Insert(0, "|-", 100) + "\n" + new StringBuilder().Insert(0, "|\n", 40_000);
        Assert.InRange(SafeMarkdown.ToHtml(text).Length, 0, 1_000_000);
    }

    [Fact]
    public void Tangled_text_is_shown_as_typed() =>
        Assert.Equal($"<p>{new string('>', 500).Replace(">", "&gt;")} deep</p>\n<p>&lt;b&gt; ñ<br />\nend</p>\n", SafeMarkdown.ToHtml(new string('>', 500) + " deep\n\n<b> ñ\nend"));

    [Fact]
    public void Plain_text_keeps_the_words_alone() =>
        Assert.Equal("Walk\nWe <3 food, see plan & more.", SafeMarkdown.ToPlainText("# Walk\n\nWe <3 **food**, see [plan](https://a.example) & more."));

    [Theory]
    [InlineData("# Walk\n\nEvery *day*, together", 100, "Walk Every day, together")]
    [InlineData("Every day, together we walk", 11, "Every day…")]
    [InlineData("Every day, together we walk", 12, "Every day…")]
    [InlineData("Donaudampfschifffahrt", 8, "Donauda…")]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️", 7, "👩‍⚕️…")]
    public void An_excerpt_ends_at_a_word(string text, int length, string excerpt)
    {
        Assert.Equal(excerpt, SafeMarkdown.Excerpt(text, length));
        Assert.InRange(excerpt.Length, 1, length);
    }
}
