using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HealthDoers.Web.Look.Forms;

/// <summary>A model property as a form shows it: what was typed wins over what the model holds.</summary>
sealed record BoundField(string Name, string Id, string Value, IReadOnlyList<string> Values, int? Limit, IReadOnlyList<string> Errors)
{
    /// <summary>Below this a counter would be noise: nobody types a handle of forty letters by accident.</summary>
    const int SmallestCounted = 60;

    public bool IsWrong => Errors.Count > 0;

    public static BoundField Of(ModelExpression model, ViewContext view)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(model.Name);
        var state = view.ViewData.ModelState.TryGetValue(name, out var entry) ? entry : null;
        var values = Typed(state) ?? Held(model.Model);
        return new(name, IdOf(name), values.FirstOrDefault() ?? "", values, LimitOf(model), [.. state?.Errors.Select(Words) ?? []]);
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string Words(ModelError error) => error.ErrorMessage;

    static string[]? Typed(ModelStateEntry? state) => state?.RawValue switch
    {
        string one => [one],
        string[] many => many,
        _ => null,
    };

    static string[] Held(object? model) => model switch
    {
        null => [],
        string one => [one],
        bool yes => [yes ? "true" : "false"],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        System.Collections.IEnumerable many => [.. many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.CurrentCulture) ?? "")],
        _ => [Convert.ToString(model, CultureInfo.CurrentCulture) ?? ""],
    };

    static int? LimitOf(ModelExpression model)
    {
        var attributes = model.Metadata.ValidatorMetadata;
        var limit = attributes.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
            ?? attributes.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;
        return limit >= SmallestCounted && model.Metadata.DataTypeName != nameof(DataType.Password) && model.ModelExplorer.ModelType == typeof(string) ? limit : null;
    }
}
