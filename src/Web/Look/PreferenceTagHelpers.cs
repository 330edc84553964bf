using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;language-link /&gt;</c>: the way to this page in the other language, in that language's own word.</summary>
[HtmlTargetElement("language-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LanguageLinkTagHelper(PageFrame frame) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (other, word) = PageFrame.Language == "es" ? ("en", "English") : ("es", "Español");
        output.TagName = null;
        output.Content.SetHtmlContent($"""<a href="/language/{other}?returnUrl={frame.ReturnUrl}" lang="{other}" hreflang="{other}" rel="nofollow">{word}</a>""");
    }
}

/// <summary><c>&lt;theme-links /&gt;</c>: to the dark and to the light theme; the style sheet shows the one that is not on.</summary>
[HtmlTargetElement("theme-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThemeLinksTagHelper(PageFrame frame, Assets assets, IStringLocalizer<SharedText> text) : TagHelper
{
    /// <summary>More for the style sheet.</summary>
    public string? As { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        Link(output, "dark", "moon", text["Dark"]);
        output.Content.AppendHtml("\n");
        Link(output, "light", "sun", text["Light"]);
    }

    void Link(TagHelperOutput output, string theme, string icon, string word) => output.Content
        .AppendHtml($"""<a class="{(As is null ? "" : As + " ")}to-{theme}" href="/theme/{theme}?returnUrl={frame.ReturnUrl}" rel="nofollow">{Icons.Draw(assets, icon)}""")
        .Append(word).AppendHtml("</a>");
}
