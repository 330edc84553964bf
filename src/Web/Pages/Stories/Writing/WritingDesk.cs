using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>A draft as it would be published now.</summary>
sealed class WritingDesk(AppDb db)
{
    const int MostNames = 300;

    public async Task<WrittenStory> ReadAsync(StoryForm form, StoryDraft draft, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().ToListAsync(cancellationToken);
        var before = draft.StoryId is { } id
            ? await db.Stories.Where(s => s.Id == id).Select(s => s.Content).SingleOrDefaultAsync(cancellationToken)
            : null;
        var written = new StoryReader(topics, before).Read(form, draft.Pictures, draft.VideoFile);
        var name = CleanText.Line(form.Community);
        if (name.Length == 0)
            return written with { Content = written.Content with { ListingId = null } };
        return await ListingAsync(name, cancellationToken) is { } listing
            ? written with { Content = written.Content with { ListingId = listing } }
            : written with { Faults = [.. written.Faults, new(nameof(form.Community), "OfUnknown")] };
    }

    /// <summary>The name that the form shows for the profile of a story.</summary>
    public Task<string?> NameOfAsync(Guid? listingId, CancellationToken cancellationToken) =>
        db.Listings.Where(l => l.Id == listingId).Select(l => l.Name).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Names to choose from: the profiles on whose team this member is first, then others.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Member me, CancellationToken cancellationToken) =>
        await db.Listings.Public().OrderByDescending(l => l.StewardId == me.Id || l.Seats.Any(s => s.MemberId == me.Id && s.TakenAt != null)).ThenBy(l => l.Name)
            .Select(l => l.Name).Take(MostNames).ToListAsync(cancellationToken);

    // By the address that its name makes, so that case and accents do not matter.
    async Task<Guid?> ListingAsync(string name, CancellationToken cancellationToken)
    {
        var slug = Slug.From(name, "listing");
        return await db.Listings.Public().Where(l => db.ListingSlugs.Any(s => s.Slug == slug && s.ListingId == l.Id)).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A story that this member may edit, or null.</summary>
    public async Task<Story?> EditableAsync(string slug, Member me, CancellationToken cancellationToken)
    {
        var story = await db.Stories.VisibleTo(me).Include(s => s.Author).Include(s => s.Steps).Include(s => s.Consents)
            .SingleOrDefaultAsync(s => db.StorySlugs.Any(x => x.Slug == slug && x.StoryId == s.Id), cancellationToken);
        return story is not null && story.CanBeEditedBy(me) ? story : null;
    }
}
