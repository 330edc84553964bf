using System.Collections.Concurrent;
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
    static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<Guid, Kept<Standing>> _members = [];
    readonly ConcurrentDictionary<string, Kept<PersonalToken>> _tokens = [];
    long _changes;

    public string Name => "access-memory";

    /// <summary>Null for a member that is gone.</summary>
    public Task<Standing?> OfMemberAsync(Guid id, CancellationToken cancellationToken) => RecallAsync(_members, id, (db, stop) =>
        (from account in db.Users
         join member in db.Members on account.Id equals member.Id
         where member.Id == id && member.ErasedAt == null
         select new Standing(member.Id, member.Name, member.Handle, member.Profile.Picture, member.Duties, account.SecurityStamp!, member.Suspension != null))
        .SingleOrDefaultAsync(stop), cancellationToken);

    /// <summary>Null for a token that does not exist or was revoked.</summary>
    public Task<PersonalToken?> OfTokenAsync(string hash, CancellationToken cancellationToken) => RecallAsync(_tokens, hash, (db, stop) =>
        db.PersonalTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, stop), cancellationToken);

    public void Forget(Guid memberId)
    {
        Interlocked.Increment(ref _changes);
        _members.TryRemove(memberId, out _);
        foreach (var (hash, _) in _tokens.Where(t => t.Value.Value.MemberId == memberId))
            _tokens.TryRemove(hash, out _);
    }

    public Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        foreach (var raised in events)
            if (raised.What is MemberSignedOutEverywhere or MemberSuspended or MemberReinstated or MemberErased
                or MemberDutiesChanged or MemberChanged or PersonalTokenRevoked)
                Forget(raised.What.SubjectId);
        return Task.CompletedTask;
    }

    // What was read before a change must not be remembered after it, so a change in between makes the reading unworthy.
    async Task<T?> RecallAsync<TKey, T>(ConcurrentDictionary<TKey, Kept<T>> memory, TKey key,
        Func<AppDb, CancellationToken, Task<T?>> read, CancellationToken cancellationToken) where TKey : notnull where T : class
    {
        var now = clock.GetUtcNow();
        if (memory.TryGetValue(key, out var kept) && kept.Until > now)
            return kept.Value;
        var before = Interlocked.Read(ref _changes);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await read(db, cancellationToken) is not { } value)
            return null;
        if (memory.Count >= Most)
            memory.Clear();
        var fresh = new Kept<T>(value, now + Believed);
        memory[key] = fresh;
        if (Interlocked.Read(ref _changes) != before)
            memory.TryRemove(new(key, fresh));
        return value;
    }

    sealed record Kept<T>(T Value, DateTimeOffset Until);
}
