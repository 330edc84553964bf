using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>
/// Reminds whoever took an action on, on the morning of the day it is due where they live. Every node looks; the room's
/// lock decides which of them acts, and what it notes is kept, so that a restart reminds nobody twice.
/// </summary>
sealed class ActionClock(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<ActionClock> log) : RegularWork(TimeSpan.FromMinutes(5), clock, log)
{
    static readonly TimeOnly Morning = new(8, 0);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        // Somewhere on earth it is tomorrow already.
        var latest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
        List<(Guid MessageId, string Room, DateOnly Due, string? Zone)> near;
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
            near = [.. (await db.MessageMarks.Where(m => m.Kind == MarkKind.Action && m.Due <= latest && m.DoneAt == null && m.RemindedAt == null && m.Owner!.ErasedAt == null)
                .Join(db.Rooms.Where(r => r.Closing == null), m => m.RoomId, r => r.Id, (m, r) => new { m.MessageId, r.Slug, m.Due, m.Owner!.Zone }).ToListAsync(cancellationToken))
                .Select(m => (m.MessageId, m.Slug, m.Due!.Value, m.Zone))];
        foreach (var (messageId, room, due, zone) in near)
            if (IsDue(due, zone, now))
                await RemindAsync(room, messageId, now, cancellationToken);
    }

    internal static bool IsDue(DateOnly due, string? zone, DateTimeOffset now) =>
        Zones.LocalOf(now, zone is not null && Zones.Knows(zone) ? zone : "UTC") >= due.ToDateTime(Morning);

    async Task RemindAsync(string room, Guid messageId, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.InTransactionAsync(async () =>
        {
            if (await db.Rooms.LockedAsync(room, stop) is not null
                && await db.Messages.Include(m => m.Mark).SingleOrDefaultAsync(m => m.Id == messageId, stop) is { } message)
                message.RemindOwner(now);
            return true;
        }, stop);
    }
}
