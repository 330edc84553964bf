using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a Lucide icon, drawn in place. It says nothing aloud; a word stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Draw(assets, Name));
    }
}

static class Icons
{
    public static string Draw(Assets assets, string name) =>
        $"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{assets.Icon(name)}</svg>""";
}
