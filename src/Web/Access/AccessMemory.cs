using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>What must be known of a member on every request.</summary>
sealed record Standing(Guid MemberId, string Name, string Handle, string? Picture, Duties Duties, string Stamp, bool IsSuspended);

/// <summary>
/// Remembers, on this node, who may act, so that a request costs no query for it. What changes it arrives as an event
/// within a second; a minute is the most that anything is believed.
/// </summary>
sealed class AccessMemory(IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerNode
{
    const int Most = 50_000;

    readonly Remembered<Guid, Standing> _members = new(Most, clock);
    readonly Remembered<string, PersonalToken> _tokens = new(Most, clock);

    public string Name => "access-memory";

    /// <summary>Null for a member that is gone.</summary>
    public ValueTask<Standing?> OfMemberAsync(Guid id, CancellationToken cancellationToken) => _members.GetAsync(id, async () =>
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await (from account in db.Users
                      join member in db.Members on account.Id equals member.Id
                      where member.Id == id && member.ErasedAt == null
                      select new Standing(member.Id, member.Name, member.Handle, member.Profile.Picture, member.Duties, account.SecurityStamp!, member.Suspension != null))
            .SingleOrDefaultAsync(cancellationToken);
    });

    /// <summary>Null for a token that does not exist or was revoked.</summary>
    public ValueTask<PersonalToken?> OfTokenAsync(string hash, CancellationToken cancellationToken) => _tokens.GetAsync(hash, async () =>
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.PersonalTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancellationToken);
    });

    public void Forget(Guid memberId)
    {
        _members.Forget(memberId);
        _tokens.Forget((_, token) => token.MemberId == memberId);
    }

    public Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var raised in events)
            if (raised.What is MemberSignedOutEverywhere or MemberSuspended or MemberReinstated or MemberErased
                or MemberDutiesChanged or MemberChanged or PersonalTokenRevoked)
                Forget(raised.What.SubjectId);
        return Task.CompletedTask;
    }
}
