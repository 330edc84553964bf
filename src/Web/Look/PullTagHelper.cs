using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;pull text="…" who="…" source="…" /&gt;</c>: somebody's own words, with their name and where they were said.</summary>
[HtmlTargetElement("pull", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PullTagHelper : TagHelper
{
    public required string Text { get; set; }

    public required string Who { get; set; }

    public string? Source { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "blockquote";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pull");
        output.Content.AppendHtml("<p>“").Append(Text.Trim('“', '”', '"', ' ')).AppendHtml("”</p><cite>")
            .Append(string.IsNullOrEmpty(Source) ? Who : $"{Who}, {Source}").AppendHtml("</cite>");
    }
}
