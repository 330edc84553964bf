using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying;

/// <summary>Several pieces of news of one kind about one thing, told as one: "5 people answered".</summary>
/// <param name="First">The one that came first in the list: the newest.</param>
public sealed record NewsGroup(NewsRow First, IReadOnlyList<NewsRow> Others, string Says)
{
    public bool IsRead => First.IsRead;

    /// <summary>In the order of their first; what was read is not put together with what is new.</summary>
    public static IReadOnlyList<NewsGroup> Of(IEnumerable<NewsRow> rows, IStringLocalizer<NotificationsText> text) =>
        [.. rows.GroupBy(r => r.Kind.ComesInNumbers() ? (r.Key, r.SubjectId, r.IsRead, Guid.Empty) : (r.Key, r.SubjectId, r.IsRead, r.Id)).Select(g => Of([.. g], text))];

    static NewsGroup Of(List<NewsRow> rows, IStringLocalizer<NotificationsText> text)
    {
        var first = rows[0];
        var people = rows.Select(r => r.ActorId).Distinct().Count();
        var says = rows.Count == 1 ? first.Says
            : people > 1 ? text[first.Key.Replace("Says", "Many", StringComparison.Ordinal), people, first.Story ?? "…", first.Place].Value
            : text["Times", first.Says, rows.Count].Value;
        return new(first, rows[1..], says);
    }
}
