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

    readonly Func<AppDb, string, StoryKind, Guid, IAsyncEnumerable<ListedStory>> _ofKind = EF.CompileAsyncQuery((AppDb db, string language, StoryKind kind, Guid except) =>
        db.Stories.AsNoTracking().Where(StoryQueries.IsPublic).Where(s => s.Kind == kind && s.Id != except)
            .OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id).Take(1)
            .SelectMany(s => s.Translations.Where(t => t.Language == language).DefaultIfEmpty(), StoryRows.Row));

    public ValueTask<List<ListedStory>> ReadAsync(AppDb db, string language, int count, CancellationToken cancellationToken) =>
        _ofAll(db, language, count).ToListAsync(cancellationToken);

    /// <param name="except">A story that the page shows elsewhere.</param>
    public ValueTask<ListedStory?> OfKindAsync(AppDb db, string language, StoryKind kind, Guid? except, CancellationToken cancellationToken) =>
        _ofKind(db, language, kind, except ?? Guid.Empty).FirstOrDefaultAsync(cancellationToken);
}
