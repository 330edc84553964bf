using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <summary>Stores a new profile or an edit of one, with its address and what it takes part in.</summary>
sealed class Founding(AppDb db, TimeProvider clock)
{
    const int Tries = 20;

    /// <returns>The profile; the one that was there already, when the button was pressed twice.</returns>
    public async Task<Listing> FoundAsync(Guid id, ListingKind kind, ListingContent content, Place? place, ListingForm form, Member me, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            if (await db.Listings.SingleOrDefaultAsync(l => l.Id == id && l.StewardId == me.Id, cancellationToken) is { } there)
                return there;
            var slug = await FreeSlugAsync(content, null, kind, cancellationToken);
            var listing = Listing.Founded(kind, content, slug, me, clock.GetUtcNow(), id);
            listing.PutAt(place);
            db.Listings.Add(listing);
            db.ListingSlugs.Add(new(slug, listing.Id));
            await TieAsync(listing, form, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return listing;
            }
            catch (DbUpdateException) when (tried < Tries)
            {
                // Somebody took the address, or pressed the button twice: look afresh.
                db.ChangeTracker.Clear();
                me = await db.Members.SingleAsync(m => m.Id == me.Id, cancellationToken);
            }
        }
    }

    /// <param name="listing">With its labels, seats and ties.</param>
    /// <exception cref="Domain.Stories.StaleEditException">Somebody else changed the profile meanwhile.</exception>
    public async Task EditAsync(Listing listing, ListingContent content, Place? place, ListingForm form, Member me, int seenVersion, CancellationToken cancellationToken)
    {
        var name = listing.Name;
        listing.Edit(content, me, seenVersion, clock.GetUtcNow());
        listing.PutAt(place);
        if (listing.Name != name)
            await MoveAsync(listing, cancellationToken);
        await TieAsync(listing, form, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The address follows the name; the old one goes on leading here.</summary>
    public async Task MoveAsync(Listing listing, CancellationToken cancellationToken)
    {
        var slug = await FreeSlugAsync(listing.Content, listing.Id, listing.Kind, cancellationToken);
        if (slug == listing.Slug)
            return;
        listing.MoveTo(slug);
        if (!await db.ListingSlugs.AnyAsync(s => s.Slug == slug, cancellationToken))
            db.ListingSlugs.Add(new(slug, listing.Id));
    }

    async Task TieAsync(Listing listing, ListingForm form, CancellationToken cancellationToken)
    {
        listing.TakePartIn(await db.Listings.Public(ListingKind.Initiative).Where(l => form.Initiatives.Contains(l.Slug)).ToListAsync(cancellationToken));
        var wanted = await db.Hubs.Where(h => form.Hubs.Contains(h.Slug)).Select(h => h.Id).ToListAsync(cancellationToken);
        var present = await db.HubTies.Where(t => t.ListingId == listing.Id).ToListAsync(cancellationToken);
        db.HubTies.RemoveRange(present.Where(t => !wanted.Contains(t.HubId)));
        db.HubTies.AddRange(wanted.Except(present.Select(t => t.HubId)).Select(hub => new HubTie(listing.Id, hub)));
    }

    async Task<string> FreeSlugAsync(ListingContent content, Guid? own, ListingKind kind, CancellationToken cancellationToken)
    {
        var wanted = Slug.From(content.Words[content.Language].Name, kind.ToString().ToLowerInvariant());
        var stem = Slug.Numbered(wanted, 9_999)[..^5];
        var taken = await db.ListingSlugs.Where(s => s.Slug.StartsWith(stem) && (own == null || s.ListingId != own)).Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !taken.Contains(slug))
                return slug;
    }
}
