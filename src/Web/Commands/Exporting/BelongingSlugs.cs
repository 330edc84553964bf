using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Gatherings.Writing;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>What gatherings belong to, by its slug and by its id: hubs, public profiles, rooms that everybody may read.</summary>
sealed class BelongingSlugs
{
    Dictionary<Guid, string> _hubs = [], _listings = [], _rooms = [];

    public static async Task<BelongingSlugs> ReadAsync(AppDb db, CancellationToken cancellationToken) => new()
    {
        _hubs = await db.Hubs.ToDictionaryAsync(h => h.Id, h => h.Slug, cancellationToken),
        _listings = await db.Listings.Public().ToDictionaryAsync(l => l.Id, l => l.Slug, cancellationToken),
        _rooms = await db.Rooms.VisibleTo(null).ToDictionaryAsync(r => r.Id, r => r.Slug, cancellationToken),
    };

    public (string? Hub, string? Listing, string? Room) SlugsOf(Gathering gathering) =>
        (Slug(_hubs, gathering.HubId), Slug(_listings, gathering.ListingId), Slug(_rooms, gathering.RoomId));

    public Belonging Of(GatheringForm form, Action<string> unknown) =>
        new(Id(_hubs, form.Hub, unknown), Id(_listings, form.Of, unknown), Id(_rooms, form.Room, unknown));

    static string? Slug(Dictionary<Guid, string> slugs, Guid? id) => id is { } one ? slugs.GetValueOrDefault(one) : null;

    static Guid? Id(Dictionary<Guid, string> slugs, string? slug, Action<string> unknown)
    {
        if (string.IsNullOrEmpty(slug))
            return null;
        foreach (var (id, known) in slugs)
            if (known == slug)
                return id;
        unknown(slug);
        return null;
    }
}
