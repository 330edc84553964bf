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

    /// <summary>Who chose to be found: an editor may open every page, but nobody is listed against their wish, and no account without a person.</summary>
    public static IQueryable<Member> Listed(this IQueryable<Member> members) =>
        members.Where(m => m.Origin != Origin.Import && m.ErasedAt == null && m.Suspension == null && m.Profile.SeenBy != Audience.Nobody);

    /// <summary>Those whose open words hold these; place and organisation are left out, since not everyone may see them.</summary>
    /// <param name="words">Lower case; empty asks nothing.</param>
#pragma warning disable CA1304, CA1311, CA1862 // ToLower here is the database's lower(), which knows no culture.
    public static IQueryable<Member> Saying(this IQueryable<Member> members, string words) => words.Length == 0
        ? members
        : members.Where(m => m.Handle.Contains(words) || m.Name.ToLower().Contains(words)
            || m.Profile.Brings.ToLower().Contains(words) || m.Profile.Needs.ToLower().Contains(words) || m.Profile.About.ToLower().Contains(words));

    /// <summary>Those at a place that this viewer may see: the rule of <see cref="Member.ShowsWhereTo"/>, as a query.</summary>
    /// <param name="words">Part of a place's name, in lower case.</param>
    public static IQueryable<Member> At(this IQueryable<Member> members, string words, Member? viewer)
    {
        if (viewer is null)
            members = members.Where(m => m.Profile.WhereSeenBy == Audience.Everyone);
        else if (!viewer.IsEditor)
            members = members.Where(m => m.Profile.WhereSeenBy != Audience.Nobody || m.Id == viewer.Id);
        return members.Where(m => m.Profile.Place.ToLower().Contains(words));
    }
#pragma warning restore CA1304, CA1311, CA1862

    // Lists of a profile are one JSON text each, so what they hold is found as text: codes and slugs with their quotes,
    // roles by their one digit.

    /// <param name="code">LW, LT, LO, LE or LS.</param>
    public static IQueryable<Member> WithSkill(this IQueryable<Member> members, string code)
    {
        var quoted = $"\"{code}\"";
        return members.Where(m => ((string)(object)m.Profile.Skills).Contains(quoted));
    }

    public static IQueryable<Member> WithRole(this IQueryable<Member> members, CommunityRole role)
    {
        var digit = ((int)role).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return members.Where(m => ((string)(object)m.Profile.Roles).Contains(digit));
    }

    /// <param name="topic">The slug of a topic.</param>
    public static IQueryable<Member> CaringAbout(this IQueryable<Member> members, string topic)
    {
        var quoted = $"\"{topic}\"";
        return members.Where(m => ((string)(object)m.Profile.Topics).Contains(quoted));
    }

    public static IQueryable<Member> Newest(this IQueryable<Member> members) =>
        members.OrderByDescending(m => m.JoinedAt).ThenByDescending(m => m.Id);
}
