using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look.Forms;

/// <summary>
/// <c>&lt;field asp-for="Input.Title" label="…" hint="…" /&gt;</c>: label, hint, control, what is wrong and how much room is left.
/// Attributes it does not know (autocomplete, spellcheck, data-…) go to the control; its content stands below the control.
/// There is no maxlength: a browser would cut what is pasted, and nothing typed is ever lost here.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for")]
public sealed class FieldTagHelper(Assets assets, IStringLocalizer<SharedText> text) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>Defaults to the property's display name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>An input type; guessed from the property when left out.</summary>
    public string? Type { get; set; }

    /// <summary>More than one makes a text area.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Makes a select of these.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The page says once for several fields what may stay empty and how long it may be; here only screen readers hear it.</summary>
    public bool Quiet { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(For, ViewContext);
        // A page may ask for what the form it shares leaves open.
        var required = For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any() || output.Attributes.ContainsName("required");
        var below = await output.GetChildContentAsync();

        var control = Control(field);
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = attribute.Value?.ToString();
        output.Attributes.Clear();
        control.AddCssClass("input");
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        if (required) control.Attributes["required"] = "";
        if (field.IsWrong) control.Attributes["aria-invalid"] = "true";
        var described = DescribedBy(field);
        if (described.Length > 0) control.Attributes["aria-describedby"] = described;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml($"<label for=\"{field.Id}\">").Append(Label ?? For.Metadata.GetDisplayName());
        if (!required && !For.ModelExplorer.ModelType.IsValueType) output.Content.AppendHtml(Quiet ? " <span class=\"visually-hidden\">" : " <span class=\"optional\">").Append(text["Optional"]).AppendHtml("</span>");
        output.Content.AppendHtml("</label>");
        if (Hint is not null || field.Limit is not null) Explain(output.Content, field);
        output.Content.AppendHtml(control);
        if (field.Limit is { } limit) Room(output.Content, field, limit);
        Wrong.Append(output.Content, assets, field);
        output.Content.AppendHtml(below);
    }

    TagBuilder Control(BoundField field)
    {
        if (Items is not null) return Select(field, Items);
        if (Rows > 1)
        {
            var area = new TagBuilder("textarea");
            area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            // A browser drops the first line break of a text area; this one is for it.
            area.InnerHtml.AppendHtml("\n").Append(field.Value);
            return area;
        }
        var type = Type ?? TypeOf(For);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        if (type is not ("password" or "file")) input.Attributes["value"] = field.Value;
        return input;
    }

    static TagBuilder Select(BoundField field, IEnumerable<SelectListItem> items)
    {
        var select = new TagBuilder("select");
        foreach (var item in items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (item.Value == field.Value) option.Attributes["selected"] = "";
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }
        return select;
    }

    static string TypeOf(ModelExpression model)
    {
        if (model.Metadata.DataTypeName is { } named)
        {
            if (named == nameof(DataType.Password)) return "password";
            if (named == nameof(DataType.EmailAddress)) return "email";
            if (named == nameof(DataType.Url)) return "url";
            if (named == nameof(DataType.Date)) return "date";
        }
        if (model.Metadata.ValidatorMetadata.OfType<EmailAddressAttribute>().Any()) return "email";
        return model.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? "date" : "text";
    }

    string DescribedBy(BoundField field) => string.Join(' ', new[]
    {
        Hint is null && field.Limit is null ? null : $"{field.Id}-hint",
        field.IsWrong ? $"{field.Id}-wrong" : null,
    }.OfType<string>());

    /// <summary>The hint, and the limit before anybody reaches it.</summary>
    void Explain(TagHelperContent content, BoundField field)
    {
        content.AppendHtml($"<p class=\"hint{(Hint is null && Quiet ? " visually-hidden" : "")}\" id=\"{field.Id}-hint\">").Append(Hint ?? "");
        if (field.Limit is { } limit)
            content.AppendHtml(Quiet && Hint is not null ? " <span class=\"visually-hidden\">" : " <span>")
                .Append(text["LimitHint", limit.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]).AppendHtml("</span>");
        content.AppendHtml("</p>");
    }

    /// <summary>Where a script says how much room is left, once it matters.</summary>
    void Room(TagHelperContent content, BoundField field, int limit)
    {
        var room = new TagBuilder("p");
        room.AddCssClass("hint");
        room.Attributes["hidden"] = "";
        room.Attributes["data-counts"] = field.Id;
        room.Attributes["data-limit"] = limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        room.Attributes["data-left"] = text["LimitLeft"].Value;
        room.Attributes["data-over"] = text["LimitOver"].Value;
        content.AppendHtml(room).AppendHtml("""<span class="visually-hidden" role="status" data-spoken></span>""");
    }
}
