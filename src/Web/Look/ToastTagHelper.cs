using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;toast icon="check" says="Message deleted."&gt;an undo button&lt;/toast&gt;</c>.</summary>
[HtmlTargetElement("toast")]
public sealed class ToastTagHelper(Assets assets) : TagHelper
{
    public string Icon { get; set; } = "check";

    public required string Says { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("toast");
        output.Attributes.SetAttribute("role", "status");
        output.Content.AppendHtml(Icons.Draw(assets, Icon)).AppendHtml("<span>").Append(Says).AppendHtml("</span>").AppendHtml(body);
    }
}
