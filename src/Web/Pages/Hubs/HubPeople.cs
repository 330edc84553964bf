using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A member of a hub, as their own choice of who sees them allows.</summary>
public sealed record HubPerson(Guid Id, string Handle, string Name, string? Picture, string Brings)
{
    /// <summary>Those whom this viewer may see, who joined last first.</summary>
    public static IQueryable<HubPerson> Of(AppDb db, Guid hubId, Member? viewer) =>
        from membership in db.HubMemberships.Joined().Where(m => m.HubId == hubId)
        join member in db.Members.Listed().VisibleTo(viewer) on membership.MemberId equals member.Id
        orderby membership.At descending, membership.Id descending
        select new HubPerson(member.Id, member.Handle, member.Name, member.Profile.Picture, member.Profile.Brings);

    /// <summary>These people, where the viewer may see them.</summary>
    public static Task<Dictionary<Guid, HubPerson>> NamedAsync(AppDb db, IReadOnlyCollection<Guid> ids, Member? viewer, CancellationToken cancellationToken) =>
        db.Members.VisibleTo(viewer).Where(m => ids.Contains(m.Id))
            .Select(m => new HubPerson(m.Id, m.Handle, m.Name, m.Profile.Picture, "")).ToDictionaryAsync(p => p.Id, cancellationToken);
}

/// <summary>A role with who holds it now; a null term is a vacancy.</summary>
public sealed record RoleRow(HubRole Role, HubRoleWords Words, HubTerm? Term, HubPerson? Holder, HubPerson? Successor)
{
    public static async Task<IReadOnlyList<RoleRow>> ReadAsync(AppDb db, Hub hub, Member? viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var terms = hub.Roles.Select(r => (Role: r, Term: r.TermAt(now))).ToList();
        var ids = terms.SelectMany(t => new[] { t.Term?.MemberId, t.Term?.SuccessorId }).OfType<Guid>().ToHashSet();
        var people = await HubPerson.NamedAsync(db, ids, viewer, cancellationToken);
        return [.. terms.Select(t => new RoleRow(t.Role, t.Role.In(PageFrame.Language), t.Term, Named(t.Term?.MemberId), Named(t.Term?.SuccessorId)))];

        HubPerson? Named(Guid? id) => id is { } one ? people.GetValueOrDefault(one) : null;
    }
}
