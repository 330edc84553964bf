using HealthDoers.Domain.Members;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HealthDoers.Tests.Web.Data.Events;

public sealed class ConsumerTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;
    readonly SteppedClock _clock = new();

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Every_event_is_handled_once_and_in_order(string provider)
    {
        await using var database = await Db.OnAsync(provider, server, _clock);
        var heard = new Heard();
        var runner = await RunnerAsync(database, heard, "node-1");
        var members = await JoinAsync(database, "one", "two", "three");

        await runner.StepAsync(Stop);
        await runner.StepAsync(Stop);

        Assert.Equal(members, heard.Subjects);
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task While_one_event_waits_its_subject_waits_and_all_others_go_on(string provider)
    {
        await using var database = await Db.OnAsync(provider, server, _clock);
        var heard = new Heard();
        var runner = await RunnerAsync(database, heard, "node-1");
        var members = await JoinAsync(database, "broken", "well");
        heard.Refuse(members[0]);
        await runner.StepAsync(Stop);
        await RenameAsync(database, members[0]);
        await RenameAsync(database, members[1]);
        await runner.StepAsync(Stop);

        Assert.Equal([members[1], members[1]], heard.Subjects);

        heard.Accept(members[0]);
        _clock.Step(TimeSpan.FromSeconds(2));
        await runner.StepAsync(Stop);

        Assert.Equal(["MemberJoined", "MemberChanged"], heard.Of(members[0]));
        await using var db = database.CreateDbContext();
        Assert.Equal(0, await db.ParkedEvents.CountAsync(Stop));
    }

    [Fact]
    public async Task What_keeps_failing_is_set_aside_and_can_be_retried()
    {
        await using var database = await Db.SqliteAsync(_clock);
        var heard = new Heard();
        var runner = await RunnerAsync(database, heard, "node-1");
        var broken = (await JoinAsync(database, "broken"))[0];
        heard.Refuse(broken);
        for (var attempt = 0; attempt < ParkedEvent.MostAttempts; attempt++)
        {
            await runner.StepAsync(Stop);
            _clock.Step(TimeSpan.FromHours(1));
        }
        await using var db = database.CreateDbContext();
        var aside = await db.ParkedEvents.SingleAsync(Stop);
        Assert.NotNull(aside.SetAsideAt);
        Assert.Equal(nameof(InvalidOperationException), aside.Failure);

        heard.Accept(broken);
        aside.Retry(_clock.GetUtcNow());
        await db.SaveChangesAsync(Stop);
        await runner.StepAsync(Stop);

        Assert.Equal([broken], heard.Subjects);
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task One_node_works_and_another_takes_over_when_its_lease_runs_out(string provider)
    {
        await using var database = await Db.OnAsync(provider, server, _clock);
        Heard first = new(), second = new();
        var one = await RunnerAsync(database, first, "node-1");
        var two = await RunnerAsync(database, second, "node-2");
        await one.StepAsync(Stop);
        var before = await JoinAsync(database, "before");
        await two.StepAsync(Stop);
        await one.StepAsync(Stop);
        Assert.Equal(before, first.Subjects);
        Assert.Empty(second.Subjects);

        var after = await JoinAsync(database, "after");
        _clock.Step(TimeSpan.FromSeconds(11));
        await two.StepAsync(Stop);
        await one.StepAsync(Stop);

        Assert.Equal(after, second.Subjects);
        Assert.Equal(before, first.Subjects);
    }

    [Fact]
    public async Task What_a_watch_keeps_is_what_the_database_has_and_what_it_does_not_keep_it_does_not_make_up()
    {
        await using var database = await Db.OnAsync("Sqlite", server, TimeProvider.System);
        await JoinAsync(database, "before");
        var watch = new EventWatch(database, database.Bell, TimeProvider.System, NullLogger<EventWatch>.Instance);
        Assert.Null(watch.Last.After(0, 10));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = watch.RunAsync(stop.Token);
        await Eventually.UntilAsync(() => Task.FromResult(watch.Last.Newest is > 0 and < long.MaxValue));
        var start = watch.Last.Newest;

        var joined = await JoinAsync(database, "one", "two", "three");
        await Eventually.UntilAsync(() => Task.FromResult(watch.Last.After(start, 10) is { Count: > 0 } rows && rows[^1].SubjectId == joined[^1]));
        await using var db = database.CreateDbContext();
        var stored = await db.Events.Where(e => e.Number > start).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync(Stop);
        Assert.Equal(stored, watch.Last.After(start, 10)!.Select(e => e.Number));
        Assert.Equal(stored[1..2], watch.Last.After(stored[0], 1)!.Select(e => e.Number));
        Assert.Empty(watch.Last.After(stored[^1], 10)!);
        Assert.Null(watch.Last.After(start - 1, 10));
        Assert.Equal(stored[^2..], watch.Last.With([], 2, new HashSet<string>()).After(stored[^3], 10)!.Select(e => e.Number));
        Assert.Null(watch.Last.With([], 2, new HashSet<string>()).After(stored[^3] - 1, 10));

        await stop.CancelAsync();
        await running;
    }

    static async Task<ConsumerRunner> RunnerAsync(Db database, Heard heard, string node)
    {
        await using var db = database.CreateDbContext();
        if (!await db.Cursors.AnyAsync(Stop))
        {
            db.Cursors.Add(new() { Consumer = heard.Name });
            await db.SaveChangesAsync(Stop);
        }
        var clock = database.Clock;
        return new(heard, new DeploymentPlace(heard.Name, node, database, database.Gate, clock), database, new(database, database.Bell, clock, NullLogger<EventWatch>.Instance), clock, NullLogger.Instance);
    }

    static async Task<List<Guid>> JoinAsync(Db database, params string[] handles)
    {
        var ids = new List<Guid>();
        foreach (var handle in handles)
        {
            await using var db = database.CreateDbContext();
            var member = new Member(handle, handle, DateTimeOffset.UtcNow);
            db.Members.Add(member);
            await db.SaveChangesAsync(Stop);
            ids.Add(member.Id);
        }
        return ids;
    }

    static async Task RenameAsync(Db database, Guid id)
    {
        await using var db = database.CreateDbContext();
        (await db.Members.SingleAsync(m => m.Id == id, Stop)).Rename("Renamed");
        await db.SaveChangesAsync(Stop);
    }

    sealed class Heard : IOncePerDeployment
    {
        readonly List<RaisedEvent> _all = [];
        readonly HashSet<Guid> _refused = [];

        public string Name => "heard";
        public IEnumerable<Guid> Subjects => _all.Select(e => e.What.SubjectId);

        public IEnumerable<string> Of(Guid subject) => _all.Where(e => e.What.SubjectId == subject).Select(e => e.What.GetType().Name);

        public void Refuse(Guid subject) => _refused.Add(subject);

        public void Accept(Guid subject) => _refused.Remove(subject);

        public Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
        {
            if (events.Any(e => _refused.Contains(e.What.SubjectId)))
                throw new InvalidOperationException("refused");
            _all.AddRange(events);
            return Task.CompletedTask;
        }
    }
}

sealed class SteppedClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Step(TimeSpan by) => _now += by;
}
