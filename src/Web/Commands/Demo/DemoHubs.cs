using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented members join hubs; in every other hub one of them takes a vacant role.</summary>
sealed class DemoHubs(IDbContextFactory<AppDb> dbs)
{
    const int BatchSize = 200;
    const int MostPerMember = 3;

    public async Task<int> JoinAsync(IReadOnlyList<Member> newcomers, Func<int, Random> chanceOf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var joined = 0;
        for (var from = 0; from < newcomers.Count; from += BatchSize)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var hubs = await db.Hubs.WithRoles().Standing().OrderBy(h => h.Slug).ToListAsync(cancellationToken);
            if (hubs.Count == 0)
                return joined;
            var chance = chanceOf(from);
            foreach (var member in newcomers.Skip(from).Take(BatchSize))
                for (var i = chance.Next(MostPerMember + 1); i > 0; i--)
                    if (Join(db, chance.Pick(hubs), member, chance, now))
                        joined++;
            await db.SaveChangesAsync(cancellationToken);
        }
        return joined;
    }

    static bool Join(AppDb db, Hub hub, Member member, Random chance, DateTimeOffset now)
    {
        if (hub.Rules.ApprovesJoins || db.HubMemberships.Local.Any(m => m.HubId == hub.Id && m.MemberId == member.Id))
            return false;
        var membership = new HubMembership(hub, member, [], chance.Between(member.JoinedAt, now));
        db.HubMemberships.Add(membership);
        if (chance.Next(2) == 0 && hub.Roles.FirstOrDefault(r => r.TermAt(now) is null) is { } vacant)
            hub.Begin(vacant, membership, membership.At, now.AddYears(1));
        return true;
    }
}
