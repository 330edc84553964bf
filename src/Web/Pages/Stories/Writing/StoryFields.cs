using System.Reflection;
using HealthDoers.Web.Files;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>
/// A form as a draft keeps it: field name to text, the names being those of the form without <c>Input.</c>. Several
/// ticks of one question stand on a line each.
/// </summary>
static class StoryFields
{
    static readonly Dictionary<string, PropertyInfo> Known = typeof(StoryForm).GetProperties()
        .Where(p => p.PropertyType != typeof(Dictionary<string, string?>)).ToDictionary(p => p.Name);

    public static Dictionary<string, string> Of(StoryForm form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, property) in Known)
            if (property.GetValue(form) is var value && (value as string ?? string.Join('\n', value as List<string> ?? [])) is { Length: > 0 } text)
                fields.Add(name, text);
        foreach (var (file, text) in form.Descriptions.Where(d => FileStore.IsHash(d.Key) && !string.IsNullOrEmpty(d.Value)))
            fields.Add(NameOfDescription(file), text!);
        return fields;
    }

    public static StoryForm ToForm(IReadOnlyDictionary<string, string> fields)
    {
        var form = new StoryForm();
        foreach (var (name, text) in fields)
        {
            if (FileOf(name) is { } file)
                form.Descriptions[file] = text;
            else if (Known.TryGetValue(name, out var property))
                property.SetValue(form, property.PropertyType == typeof(string) ? text : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList());
        }
        return form;
    }

    /// <summary>Names that are not ours are left behind.</summary>
    public static Dictionary<string, string> Ours(IEnumerable<KeyValuePair<string, string?>> fields) =>
        fields.Where(f => f.Value is { Length: > 0 } && (Known.ContainsKey(f.Key) || FileOf(f.Key) is not null)).ToDictionary(f => f.Key, f => f.Value!);

    public static int Length(IReadOnlyDictionary<string, string> fields) => fields.Sum(f => f.Value.Length);

    public static string NameOfDescription(string file) => $"{nameof(StoryForm.Descriptions)}[{file}]";

    static string? FileOf(string name) =>
        name.StartsWith("Descriptions[", StringComparison.Ordinal) && name.EndsWith(']') && FileStore.IsHash(name[13..^1]) ? name[13..^1] : null;
}
