using System.Reflection;

namespace HealthDoers.Web.Pages.Shared;

/// <summary>
/// A form as a draft keeps it: field name to text, the names being those of the form without <c>Input.</c>. Several ticks of one question
/// stand on a line each.
/// </summary>
static class FormFields<TForm> where TForm : class, new()
{
    static readonly Dictionary<string, PropertyInfo> Known = typeof(TForm).GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && (p.PropertyType == typeof(string) || p.PropertyType == typeof(List<string>))).ToDictionary(p => p.Name);

    public static bool Has(string name) => Known.ContainsKey(name);

    public static Dictionary<string, string> Of(TForm form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, property) in Known)
            if (property.GetValue(form) is var value && (value as string ?? string.Join('\n', value as List<string> ?? [])) is { Length: > 0 } text)
                fields.Add(name, text);
        return fields;
    }

    /// <summary>Names that are not of this form are passed over.</summary>
    public static TForm ToForm(IReadOnlyDictionary<string, string> fields)
    {
        var form = new TForm();
        foreach (var (name, text) in fields)
            if (Known.TryGetValue(name, out var property))
                property.SetValue(form, property.PropertyType == typeof(string) ? text : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList());
        return form;
    }

    public static Dictionary<string, string> Ours(IEnumerable<KeyValuePair<string, string?>> fields) =>
        fields.Where(f => f.Value is { Length: > 0 } && Has(f.Key)).ToDictionary(f => f.Key, f => f.Value!);
}
