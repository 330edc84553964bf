using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;empty title="No stories yet"&gt;&lt;p&gt;the first step&lt;/p&gt;&lt;/empty&gt;</c>: the sun is still under the horizon.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper : TagHelper
{
    const string Drawing = """<svg viewBox="0 0 180 90" aria-hidden="true"><path class="a-thin" d="M0 72H180M30 72a60 60 0 0 1 120 0M54 72a36 36 0 0 1 72 0"/><circle class="dot-ring" cx="90" cy="72" r="9"/></svg>""";

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("empty");
        // Not a heading: it stands under headings of every level.
        output.Content.AppendHtml(Drawing).AppendHtml("<p class=\"empty-says\">").Append(Title).AppendHtml("</p>").AppendHtml(body);
    }
}
