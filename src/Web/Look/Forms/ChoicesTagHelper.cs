using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look.Forms;

/// <summary>
/// <c>&lt;choices asp-for="Input.Kind" legend="…" items="…" /&gt;</c>: one of several for a single value, several ticks for a list.
/// </summary>
[HtmlTargetElement("choices", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(Assets assets) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public string? Legend { get; set; }

    public string? Hint { get; set; }

    public required IEnumerable<SelectListItem> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(For, ViewContext);
        var type = For.Metadata.IsEnumerableType ? "checkbox" : "radio";
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field");
        var described = string.Join(' ', new[] { Hint is null ? null : $"{field.Id}-hint", field.IsWrong ? $"{field.Id}-wrong" : null }.OfType<string>());
        if (described.Length > 0) output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.AppendHtml("<legend>").Append(Legend ?? For.Metadata.GetDisplayName()).AppendHtml("</legend>");
        if (Hint is not null) output.Content.AppendHtml($"<p class=\"hint\" id=\"{field.Id}-hint\">").Append(Hint).AppendHtml("</p>");
        foreach (var (item, index) in Items.Select((item, index) => (item, index)))
        {
            // The first one carries the field's own id, so that the list of errors leads to it.
            var id = index == 0 ? field.Id : $"{field.Id}-{index}";
            var input = Choice.Input(type, field.Name, id, item.Value, field.Values.Contains(item.Value, StringComparer.OrdinalIgnoreCase));
            if (field.IsWrong) input.Attributes["aria-invalid"] = "true";
            output.Content.AppendHtml("<div class=\"tick\">").AppendHtml(input).AppendHtml($"<label for=\"{id}\">").Append(item.Text).AppendHtml("</label></div>");
        }
        Wrong.Append(output.Content, assets, field);
    }
}
