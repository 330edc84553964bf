using HealthDoers.Web.Files;
using HealthDoers.Web.Pages.Shared;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>The form of a story as a draft keeps it, with the descriptions of its pictures.</summary>
static class StoryFields
{
    public static Dictionary<string, string> Of(StoryForm form)
    {
        var fields = FormFields<StoryForm>.Of(form);
        foreach (var (file, text) in form.Descriptions.Where(d => FileStore.IsHash(d.Key) && !string.IsNullOrEmpty(d.Value)))
            fields.Add(NameOfDescription(file), text!);
        return fields;
    }

    public static StoryForm ToForm(IReadOnlyDictionary<string, string> fields)
    {
        var form = FormFields<StoryForm>.ToForm(fields);
        foreach (var (name, text) in fields)
            if (FileOf(name) is { } file)
                form.Descriptions[file] = text;
        return form;
    }

    /// <summary>Names that are not ours are left behind.</summary>
    public static Dictionary<string, string> Ours(IEnumerable<KeyValuePair<string, string?>> fields) =>
        fields.Where(f => f.Value is { Length: > 0 } && (FormFields<StoryForm>.Has(f.Key) || FileOf(f.Key) is not null)).ToDictionary(f => f.Key, f => f.Value!);

    public static int Length(IReadOnlyDictionary<string, string> fields) => fields.Sum(f => f.Value.Length);

    public static string NameOfDescription(string file) => $"{nameof(StoryForm.Descriptions)}[{file}]";

    static string? FileOf(string name) =>
        name.StartsWith("Descriptions[", StringComparison.Ordinal) && name.EndsWith(']') && FileStore.IsHash(name[13..^1]) ? name[13..^1] : null;
}
