using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>
/// What the two most visited pages ask for, translated to SQL once. Otherwise the translation is found again at each
/// visit by comparing the whole query, which costs as much as reading the rows.
/// </summary>
sealed class NewestStories
{
    // Not static: a translation belongs to one database.
    readonly Func<AppDb, string, int, IAsyncEnumerable<ListedStory>> _ofAll = EF.CompileAsyncQuery((AppDb db, string language, int count) =>
        db.Stories.AsNoTracking().Where(StoryQueries.IsPublic)
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(count)
            .SelectMany(s => s.Translations.Where(t => t.Language == language).DefaultIfEmpty(), StoryRows.Row));

    readonly Func<AppDb, string, StoryKind, IAsyncEnumerable<ListedStory>> _ofKind = EF.CompileAsyncQuery((AppDb db, string language, StoryKind kind) =>
        db.Stories.AsNoTracking().Where(StoryQueries.IsPublic).Where(s => s.Kind == kind)
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(1)
            .SelectMany(s => s.Translations.Where(t => t.Language == language).DefaultIfEmpty(), StoryRows.Row));

    public ValueTask<List<ListedStory>> ReadAsync(AppDb db, string language, int count, CancellationToken cancellationToken) =>
        _ofAll(db, language, count).ToListAsync(cancellationToken);

    public ValueTask<ListedStory?> OfKindAsync(AppDb db, string language, StoryKind kind, CancellationToken cancellationToken) =>
        _ofKind(db, language, kind).FirstOrDefaultAsync(cancellationToken);
}
