using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look.Forms;

/// <summary><c>&lt;tick asp-for="Input.Agreed" label="…" /&gt;</c>: one yes-or-no question.</summary>
[HtmlTargetElement("tick", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TickTagHelper(Assets assets) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(For, ViewContext);
        var input = Choice.Input("checkbox", field.Name, field.Id, "true", field.Values.Contains("true", StringComparer.OrdinalIgnoreCase));
        if (field.IsWrong)
        {
            input.Attributes["aria-invalid"] = "true";
            input.Attributes["aria-describedby"] = $"{field.Id}-wrong";
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field");
        output.Content.AppendHtml("<div class=\"tick\">").AppendHtml(input)
            .AppendHtml($"<label for=\"{field.Id}\">").Append(Label ?? For.Metadata.GetDisplayName()).AppendHtml("</label></div>");
        Wrong.Append(output.Content, assets, field);
    }
}
