using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Data.Events;

public sealed class EventTests(PostgreSqlServer server)
{
    static readonly Type[] IdsAndNumbers = [typeof(Guid), typeof(int), typeof(long)];
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_event_carries_ids_and_numbers_only()
    {
        var events = typeof(DomainEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DomainEvent)));

        Assert.All(events, type => Assert.All(type.GetProperties().Where(p => p.Name != "EqualityContract"), property =>
            Assert.True(property.PropertyType.IsEnum || IdsAndNumbers.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType), $"{type.Name}.{property.Name}")));
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task What_an_entity_raised_is_stored_with_it_and_read_back(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var ana = Ana();
        await using (var db = database.CreateDbContext())
        {
            db.Members.Add(ana);
            await db.SaveChangesAsync(Stop);
        }

        await using var reader = database.CreateDbContext();
        var row = await reader.Events.SingleAsync(Stop);

        Assert.Equal(new MemberJoined(ana.Id), row.Read()!.What);
        Assert.Empty(ana.Raised);
    }

    [Theory]
    [InlineData("Sqlite", false), InlineData("Sqlite", true), InlineData("PostgreSql", false), InlineData("PostgreSql", true)]
    public async Task What_an_entity_raised_as_it_left_is_stored_though_it_is_gone(string provider, bool withOthers)
    {
        await using var database = await Db.OnAsync(provider, server);
        var garden = MapEntry.OfVisitor("hash", new(MapLayer.Community, "Garden", "", "", [], Audience.Everyone), new(new(1, 2), Precision.Exact, new(1, 2), "", "", "US"), DateTimeOffset.UtcNow);
        await using var db = database.CreateDbContext();
        db.MapEntries.Add(garden);
        await db.SaveChangesAsync(Stop);

        garden.Leave();
        db.MapEntries.Remove(garden);
        await (withOthers ? db.InTransactionAsync(() => db.SaveChangesAsync(Stop), Stop) : db.SaveChangesAsync(Stop));

        await using var reader = database.CreateDbContext();
        Assert.Equal(new MapEntryRemoved(garden.Id), (await reader.Events.SingleAsync(Stop)).Read()!.What);
        Assert.Empty(await reader.MapEntries.ToListAsync(Stop));
        Assert.Empty(garden.Raised);
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task A_save_that_fails_leaves_no_event_and_the_event_is_raised_still(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        await using (var first = database.CreateDbContext())
        {
            first.Members.Add(Ana());
            await first.SaveChangesAsync(Stop);
        }

        await using var db = database.CreateDbContext();
        var twin = Ana();
        db.Members.Add(twin);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));

        Assert.Single(twin.Raised);
        await using var reader = database.CreateDbContext();
        Assert.Equal(1, await reader.Events.CountAsync(Stop));
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Saves_in_one_transaction_stand_or_fall_together(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        await using var db = database.CreateDbContext();

        await Assert.ThrowsAsync<RuleBrokenException>(() => db.InTransactionAsync<bool>(async () =>
        {
            db.Members.Add(Ana());
            await db.SaveChangesAsync(Stop);
            throw new RuleBrokenException("No.");
        }, Stop));

        await using var reader = database.CreateDbContext();
        Assert.Equal(0, await reader.Members.CountAsync(Stop));
        Assert.Equal(0, await reader.Events.CountAsync(Stop));
    }

    /// <summary>A draws no number while B commits; whoever reads past B's number has seen all there will ever be below it.</summary>
    [Fact]
    public async Task While_one_writer_is_held_open_no_consumer_skips_it()
    {
        await using var database = await Db.PostgreSqlAsync(server);
        var wrote = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var a = database.CreateDbContext();
        var slow = a.InTransactionAsync(async () =>
        {
            a.Members.Add(new Member("slow_writer", "Slow", DateTimeOffset.UtcNow));
            await a.SaveChangesAsync(Stop);
            wrote.SetResult();
            await goOn.Task;
            return true;
        }, Stop);
        await wrote.Task;
        await using (var b = database.CreateDbContext())
        {
            b.Members.Add(new Member("quick_writer", "Quick", DateTimeOffset.UtcNow));
            await b.SaveChangesAsync(Stop);
        }
        await using var reader = database.CreateDbContext();
        var seen = await reader.Events.AsNoTracking().MaxAsync(e => e.Number, Stop);
        goOn.SetResult();
        await slow;

        var later = await reader.Events.AsNoTracking().Where(e => e.Number > seen).ToListAsync(Stop);
        Assert.Single(later);
        Assert.Equal(2, await reader.Events.CountAsync(Stop));
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Numbers_seen_by_a_reader_never_have_one_added_below_them(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var done = false;
        var writers = Enumerable.Range(0, 6).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
            {
                await using var db = database.CreateDbContext();
                db.Members.Add(new Member($"w{w}_{i}", "Writer", DateTimeOffset.UtcNow));
                await db.SaveChangesAsync(Stop);
            }
        }, Stop)).ToList();
        var reader = Task.Run(async () =>
        {
            var seen = new List<long>();
            while (true)
            {
                var last = Volatile.Read(ref done);
                await using var db = database.CreateDbContext();
                var past = seen.Count == 0 ? 0 : seen[^1];
                seen.AddRange(await db.Events.AsNoTracking().Where(e => e.Number > past).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync(Stop));
                if (last)
                    return seen;
            }
        }, Stop);
        await Task.WhenAll(writers);
        Volatile.Write(ref done, true);

        Assert.Equal(90, (await reader).Count);
    }

    static Member Ana() => new("ana_flores", "Ana", DateTimeOffset.UtcNow);
}
