using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Map;

public static class MapEntryQueries
{
    /// <summary>What is on the map for anybody: confirmed, not taken down, and its owner is here and chose to be seen.</summary>
    public static IQueryable<MapEntry> Shown(this IQueryable<MapEntry> entries) => entries.Where(e =>
        e.ConfirmedAt != null && e.TakenDown == null && e.SeenBy != Audience.Nobody
        && (e.OwnerId == null || (e.Owner!.Suspension == null && e.Owner.ErasedAt == null)));

    /// <summary>The entries this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<MapEntry> VisibleTo(this IQueryable<MapEntry> entries, Member? viewer)
    {
        if (viewer is null)
            return entries.Shown().Where(e => e.SeenBy == Audience.Everyone);
        if (viewer.IsEditor)
            return entries.Where(e => e.ConfirmedAt != null);
        return entries.Where(e => e.OwnerId == viewer.Id
            || (e.ConfirmedAt != null && e.TakenDown == null && e.SeenBy != Audience.Nobody
                && (e.OwnerId == null || (e.Owner!.Suspension == null && e.Owner.ErasedAt == null))));
    }
}
