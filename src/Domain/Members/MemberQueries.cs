namespace HealthDoers.Domain.Members;

public static class MemberQueries
{
    /// <summary>The members whose page this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<Member> VisibleTo(this IQueryable<Member> members, Member? viewer)
    {
        var present = members.Where(m => m.ErasedAt == null);
        if (viewer is null)
            return present.Where(m => m.Suspension == null && m.Profile.SeenBy == Audience.Everyone);
        if (viewer.IsEditor)
            return present;
        return present.Where(m => m.Id == viewer.Id || (m.Suspension == null && m.Profile.SeenBy != Audience.Nobody));
    }
}
