using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Time;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Puts into words what a change of a gathering was.</summary>
sealed class GatheringWords(TimeWords times, IStringLocalizer<GatheringsText> text)
{
    public IReadOnlyList<ChangeSaid> Of(GatheringChange change) =>
        [.. change.Parts.Select(part => new ChangeSaid(text["Part" + part], change.Before is { } before && Said(part, before) is { Length: > 0 } said ? said : null))];

    /// <summary>What was said at length, when that is what changed.</summary>
    public static string? OldWordsOf(GatheringChange change) =>
        change.Parts.Contains(GatheringPart.What) && change.Before is { Content.What: { Length: > 0 } words } ? words : null;

    string Said(GatheringPart part, GatheringBefore before) => part switch
    {
        GatheringPart.Title => before.Content.Title,
        GatheringPart.When => When(before.Schedule),
        GatheringPart.Where => Joined(text["Format" + before.Content.Format], before.Content.Venue),
        GatheringPart.Access => Joined([.. before.Content.Access.Select(a => text["Access" + a].Value), before.Content.AccessNote]),
        GatheringPart.Languages => Joined([.. StoryLanguages.Items.Where(l => before.Content.Spoken.Contains(l.Value)).Select(l => l.Text)]),
        GatheringPart.Cost => before.Content.Cost.Length > 0 ? before.Content.Cost : text["Free"],
        GatheringPart.Places => before.Content.Places?.ToString("N0", CultureInfo.CurrentCulture) ?? text["NoLimit"],
        _ => "",
    };

    string When(Schedule schedule) =>
        Joined(times.Span(schedule.Start, Zones.ClockOf(schedule.Zone)(schedule.Start) + schedule.Lasts, schedule.Zone), times.Repeats(schedule));

    static string Joined(params string[] words) => string.Join(", ", words.Where(w => w.Length > 0));
}

/// <param name="Before">What it said, in a line; null where there was nothing to read, or it is told at length.</param>
sealed record ChangeSaid(string Name, string? Before);
