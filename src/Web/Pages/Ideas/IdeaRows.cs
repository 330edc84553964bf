using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>An idea as a list says it.</summary>
/// <param name="Sources">Slugs, as in <see cref="IdeaLabel.SlugOf"/>.</param>
sealed record IdeaRow(
    Guid Id, string Slug, string Title, string Summary, string Language, EvidenceStanding Standing, string? PlaceName, int? Year,
    int AdaptedCount, bool IsRetired, DateTimeOffset ProposedAt, IReadOnlyList<string> Sources)
{
    public string Url => IdeaAddress.Of(Slug);

    /// <summary>Null where it is the language of the page.</summary>
    public string? OtherLanguage => Language == PageFrame.Language ? null : Language;

    /// <summary>Somebody gave it up, and this is why.</summary>
    public Stop? Stopped { get; init; }

    internal sealed record Stop(Guid AdaptationId, string Who, string Why, string Language);
}

static class IdeaRows
{
    const int MostStops = 200;
    const int WhyLength = 120;

    /// <summary>Only the columns of the list, in the reader's language where there is a translation.</summary>
    public static async Task<List<IdeaRow>> ToRowsAsync(this IQueryable<Idea> ideas, AppDb db, string language, CancellationToken cancellationToken)
    {
        var rows = await (
            from i in ideas.AsNoTracking()
            from t in i.Translations.Where(t => t.Language == language).DefaultIfEmpty()
            select new IdeaRow(
                i.Id, i.Slug, t == null ? i.Title : t.Title, t == null ? i.Summary : t.Summary, t == null ? i.Language : t.Language,
                i.Standing, i.PlaceName, i.Year, i.AdaptedCount, i.Retirement != null, i.ProposedAt,
                i.Labels.Where(l => l.Kind == IdeaLabelKind.Source).OrderBy(l => l.Value).Select(l => l.Value).ToList())
        ).ToListAsync(cancellationToken);
        var adapted = rows.Where(r => r.AdaptedCount > 0).Select(r => r.Id).ToList();
        if (adapted.Count == 0)
            return rows;
        var stops = (await db.Adaptations.AsNoTracking().Where(a => adapted.Contains(a.IdeaId) && a.WithdrawnAt == null)
            .SelectMany(a => a.Outcomes, (a, o) => new { a.IdeaId, a.Id, a.Plan, o.Result, o.Told, o.At })
            .Where(o => o.Result == Result.Abandoned).OrderByDescending(o => o.At).Take(MostStops).ToListAsync(cancellationToken)).ToLookup(o => o.IdeaId);
        return
        [
            .. rows.Select(row => stops[row.Id].FirstOrDefault() is { } stop
                ? row with { Stopped = new(stop.Id, stop.Plan.Who, SafeMarkdown.Excerpt(stop.Told.WhatHappened, WhyLength), stop.Plan.Language) }
                : row),
        ];
    }
}
