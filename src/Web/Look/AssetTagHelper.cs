using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;link asset="site.css"&gt;</c> and <c>&lt;script asset="room.js"&gt;&lt;/script&gt;</c>.</summary>
[HtmlTargetElement("link", Attributes = "asset", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "asset")]
public sealed class AssetTagHelper(Assets assets) : TagHelper
{
    public required string Asset { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.TagName == "script")
        {
            output.Attributes.SetAttribute("type", "module");
            output.Attributes.SetAttribute("src", assets[Asset]);
            return;
        }
        if (!output.Attributes.ContainsName("rel")) output.Attributes.SetAttribute("rel", "stylesheet");
        output.Attributes.SetAttribute("href", assets[Asset]);
    }
}
