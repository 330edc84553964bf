using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// Slugs for many new stories, also where a hundred thousand of them have one title: the next number of a slug is
/// found by doubling and halving, then remembered.
/// </summary>
/// <typeparam name="TSlug">The table of slugs, keyed by <c>Slug</c>.</typeparam>
sealed class FreeSlugs<TSlug> where TSlug : class
{
    const int MostRemembered = 20_000;
    readonly Dictionary<string, int> _next = [];
    HashSet<string> _free = [];

    /// <summary>One question for a whole batch; what meets another slug is asked for alone later.</summary>
    public async Task LookAsync(AppDb db, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var likely = wanted.GroupBy(slug => slug)
            .SelectMany(same => same.Select((slug, i) => Slug.Numbered(slug, _next.GetValueOrDefault(slug, 1) + i))).ToHashSet();
        likely.ExceptWith(await Stored(db).Where(slug => likely.Contains(slug)).ToListAsync(cancellationToken));
        _free = likely;
    }

    public async Task<string> TakeAsync(AppDb db, string wanted, CancellationToken cancellationToken)
    {
        if (_next.Count > MostRemembered)
            _next.Clear();
        var number = _next.TryGetValue(wanted, out var next) ? next : await FirstFreeAsync(db, wanted, cancellationToken);
        // What was given in this run may not be stored yet, and numbered slugs of long titles can meet.
        while (await IsTakenAsync(db, Slug.Numbered(wanted, number), cancellationToken))
            number++;
        _next[wanted] = number + 1;
        var slug = Slug.Numbered(wanted, number);
        _free.Remove(slug);
        return slug;
    }

    async Task<int> FirstFreeAsync(AppDb db, string wanted, CancellationToken cancellationToken)
    {
        var (taken, free) = (0, 1);
        while (await IsTakenAsync(db, Slug.Numbered(wanted, free), cancellationToken))
            (taken, free) = (free, free * 2);
        while (free - taken > 1)
        {
            var middle = taken + (free - taken) / 2;
            if (await IsTakenAsync(db, Slug.Numbered(wanted, middle), cancellationToken))
                taken = middle;
            else
                free = middle;
        }
        return free;
    }

    async Task<bool> IsTakenAsync(AppDb db, string slug, CancellationToken cancellationToken) =>
        !_free.Contains(slug)
        && (db.Set<TSlug>().Local.FindEntry(slug) is not null || await Stored(db).AnyAsync(stored => stored == slug, cancellationToken));

    static IQueryable<string> Stored(AppDb db) => db.Set<TSlug>().Select(s => EF.Property<string>(s, "Slug"));
}
