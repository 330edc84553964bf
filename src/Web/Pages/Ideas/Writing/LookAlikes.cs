using HealthDoers.Domain.Ideas;
using HealthDoers.Search;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>Ideas that say nearly the same as one that is being proposed, found by search and judged by the words they share.</summary>
sealed class LookAlikes(ISearchEngine index, AppDb db)
{
    const int Looked = 10;
    const int Shown = 3;

    /// <summary>So many of the words of both titles are the same, as a part of all their words.</summary>
    const double Alike = 0.6;

    public async Task<IReadOnlyList<IdeaRow>> FindAsync(string title, CancellationToken cancellationToken)
    {
        var found = await index.SearchAsync(new() { Text = title, Kinds = ["idea"], Size = Looked, Language = PageFrame.Language }, cancellationToken);
        var alike = found.Items.Where(hit => Likeness.Of(title, hit.Title) >= Alike).Take(Shown).Select(hit => Guid.Parse(hit.Id)).ToList();
        return alike.Count == 0 ? [] : await db.Ideas.Public().Where(i => alike.Contains(i.Id)).MostAdapted().ToRowsAsync(db, PageFrame.Language, cancellationToken);
    }
}
