using System.Globalization;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look.Forms;

/// <summary><c>&lt;error-summary /&gt;</c>: what to put right, each line leading to its field. Nothing while all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Assets assets, IStringLocalizer<SharedText> text) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var order = FieldsInOrder();
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, Says: BoundField.Words(error))) ?? [])
            .OrderBy(error => order.IndexOf(error.Field)).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("notice notice-grief");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.Content.AppendHtml(Icons.Draw(assets, "triangle-alert")).AppendHtml("<div><p>")
            .Append(errors.Count == 1 ? text["OneThingToPutRight"] : text["ThingsToPutRight", errors.Count.ToString(CultureInfo.CurrentCulture)])
            .AppendHtml("</p><ul>");
        foreach (var (field, says) in errors)
        {
            var link = field.Length == 0 ? null : $"<a href=\"#{BoundField.IdOf(field)}\">";
            output.Content.AppendHtml("<li>").AppendHtml(link ?? "").Append(says).AppendHtml(link is null ? "</li>" : "</a></li>");
        }
        output.Content.AppendHtml("</ul></div>");
    }

    /// <summary>Model state sorts by name; a reader goes through the form from top to bottom, as the input declares it.</summary>
    List<string> FieldsInOrder() =>
        [.. ViewContext.ViewData.ModelMetadata.Properties["Input"]?.Properties.Select(property => $"Input.{property.PropertyName}") ?? []];
}
