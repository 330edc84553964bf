using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Notifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Notifying;

/// <summary>One digest a day for each: whatever dies in between, and however many nodes begin it.</summary>
public sealed class DigestRunTests(PostgreSqlServer server)
{
    const int Readers = 230;

    readonly HandClock _clock = new() { Now = DomainPeople.Monday };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Runs_that_stop_after_any_commit_and_two_nodes_at_once_begin_each_digest_once(string provider)
    {
        await using var db = await Db.OnAsync(provider, server, _clock);
        await FillAsync(db);

        await Node(db).BeginSomeAsync(Stop); // killed after its first commit
        // Both take the same members; on PostgreSQL one of them may be too late, as if it had been killed before its commit.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TryAsync(() => Node(db).BeginSomeAsync(Stop))));
        while (await Node(db).BeginSomeAsync(Stop))
        {
            // Until nobody's is due.
        }

        await using var look = db.CreateDbContext();
        var letters = await look.OutgoingMails.ToListAsync(Stop);
        Assert.Equal(Readers, letters.Count);
        Assert.Equal(Readers, letters.Select(m => m.MemberId).Distinct().Count());
        Assert.Equal(Readers * 2, await look.Notifications.CountAsync(n => n.DigestAt == null && n.DigestId != null, Stop));
    }

    [Fact]
    public async Task What_comes_after_the_digest_of_a_day_waits_for_the_next_day_even_when_its_hour_moved()
    {
        await using var db = await Db.SqliteAsync(_clock);
        await FillAsync(db, 1);
        await Node(db).RunOnceAsync(Stop);
        await using (var context = db.CreateDbContext())
        {
            var member = await context.Members.SingleAsync(Stop);
            var late = new Notification(member.Id, 99, NotificationKind.StoryPublished, NotificationReason.YouFollowTopic, Guid.NewGuid(), _clock.Now);
            late.WaitForDigest(_clock.Now.AddHours(2));
            context.Add(late);
            await context.SaveChangesAsync(Stop);
        }

        _clock.Now += TimeSpan.FromHours(3);
        await Node(db).RunOnceAsync(Stop);
        Assert.Equal(1, await LettersAsync(db));
        _clock.Now += TimeSpan.FromDays(1);
        await Node(db).RunOnceAsync(Stop);
        Assert.Equal(2, await LettersAsync(db));
    }

    [Fact]
    public async Task Who_has_read_it_all_or_is_gone_gets_none()
    {
        await using var db = await Db.SqliteAsync(_clock);
        await FillAsync(db, 2);
        await using (var context = db.CreateDbContext())
        {
            var members = await context.Members.OrderBy(m => m.Id).ToListAsync(Stop);
            members[0].Erase(_clock.Now);
            foreach (var told in await context.Notifications.Where(n => n.MemberId == members[1].Id).ToListAsync(Stop))
                told.Read(_clock.Now);
            await context.SaveChangesAsync(Stop);
        }

        await Node(db).RunOnceAsync(Stop);

        Assert.Equal(0, await LettersAsync(db));
        await using var look = db.CreateDbContext();
        Assert.False(await look.Notifications.AnyAsync(n => n.DigestAt != null, Stop));
    }

    DigestRun Node(Db db) => new(db, db.Gate, new NodeName("node", $"{Guid.NewGuid()}"), _clock, NullLogger<DigestRun>.Instance);

    static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbUpdateException)
        {
            // too late: all of its commit is undone
        }
    }

    async Task FillAsync(Db db, int readers = Readers)
    {
        await using var context = db.CreateDbContext();
        for (var i = 0; i < readers; i++)
        {
            var member = new Member($"reader_{i}", "Reader", DomainPeople.Monday);
            context.Add(member);
            for (var n = 1; n <= 2; n++)
            {
                var told = new Notification(member.Id, n, NotificationKind.StoryPublished, NotificationReason.YouFollowTopic, Guid.NewGuid(), _clock.Now);
                told.WaitForDigest(_clock.Now.AddMinutes(-1));
                context.Add(told);
            }
        }
        await context.SaveChangesAsync(Stop);
    }

    static async Task<int> LettersAsync(Db db)
    {
        await using var look = db.CreateDbContext();
        return await look.OutgoingMails.CountAsync(Stop);
    }

    sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
