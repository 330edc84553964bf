namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>
/// What somebody writes and what others published meanwhile, as fields of the form. A part is swapped, never overwritten: what goes
/// out of the form is put aside, from where it comes back.
/// </summary>
static class TwoVersions
{
    /// <summary>Pictures are no text: the others' are added to one's own.</summary>
    public const string Pictures = "Pictures";

    public static bool CanSwap(string part) => part != Pictures;

    public static bool IsAside(string part, Dictionary<string, string?> aside) => FieldsOf(part).All(aside.ContainsKey);

    public static void TakeTheirs(string part, Dictionary<string, string> mine, Dictionary<string, string> theirs, Dictionary<string, string?> aside)
    {
        foreach (var field in FieldsOf(part))
        {
            aside[field] = mine.GetValueOrDefault(field, "");
            Write(mine, field, theirs.GetValueOrDefault(field));
        }
    }

    public static void TakeMine(string part, Dictionary<string, string> mine, Dictionary<string, string?> aside)
    {
        foreach (var field in FieldsOf(part))
            if (aside.Remove(field, out var text))
                Write(mine, field, text);
    }

    /// <summary>What one had written before anything was swapped.</summary>
    public static Dictionary<string, string> Before(Dictionary<string, string> mine, Dictionary<string, string?> aside)
    {
        var before = new Dictionary<string, string>(mine);
        foreach (var (field, text) in aside)
            Write(before, field, text);
        return before;
    }

    static void Write(Dictionary<string, string> fields, string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            fields.Remove(field);
        else
            fields[field] = text;
    }

    static string[] FieldsOf(string part) => part == nameof(StoryForm.Topics) ? [part, nameof(StoryForm.MoreTopics)] : [part];
}
