using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;pager older="/stories?page=3" newer="/stories" /&gt;</c>; without an older page it says that this is the end.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    // An attribute whose expression is null arrives as an empty text.
    public string? Older { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public string? Newer { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Another sentence for the end, such as "That is everything since 3 November".</summary>
    public string? End { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Older is null && Newer is null ? "div" : "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        if (Older is not null || Newer is not null) output.Attributes.SetAttribute("aria-label", text["Pages"].Value);
        if (Older is null) output.Content.AppendHtml("""<p class="rule"><span>""").Append(End ?? text["EndOfList"]).AppendHtml("</span></p>");
        if (Older is null && Newer is null) return;
        output.Content.AppendHtml("""<p class="acts">""");
        Link(output, Newer, "Newer", "prev");
        Link(output, Older, "Older", "next");
        output.Content.AppendHtml("</p>");
    }

    void Link(TagHelperOutput output, string? url, string word, string rel)
    {
        if (url is null) return;
        output.Content.AppendHtml($"<a class=\"button\" rel=\"{rel}\" href=\"").Append(url).AppendHtml("\">").Append(text[word]).AppendHtml("</a>");
    }
}
