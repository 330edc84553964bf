using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HealthDoers.Tests.Web.Data;

/// <summary>A site that people already use is brought up to date with what they wrote.</summary>
public sealed class MigrationTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Who_joined_and_what_they_told_before_an_upgrade_can_be_read_after_it(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var ana = Tests.Domain.People.Ana();
        var garden = Tests.Domain.People.GardenBy(ana);
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(ana, garden);
            await db.SaveChangesAsync(Stop);
            // As the first published version would have stored it.
            await db.GetService<IMigrator>().MigrateAsync("Initial", Stop);
        }

        await using var upgraded = database.CreateDbContext();
        await upgraded.Database.MigrateAsync(Stop);

        var member = await upgraded.Members.AsNoTracking().SingleAsync(m => m.Id == ana.Id, Stop);
        var story = await upgraded.Stories.AsNoTracking().SingleAsync(s => s.Id == garden.Id, Stop);
        Assert.Empty(member.Profile.Languages);
        Assert.Empty(member.Profile.Topics);
        Assert.True(member.MailsGatherings);
        Assert.Equal(garden.Content.Words.WhatChanged, story.Content.Words.WhatChanged);
        Assert.Null(story.ListingId);
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task The_room_that_a_hub_talks_in_belongs_to_it_after_an_upgrade(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var hub = new Hub(HubKind.Topical, "food", new() { ["en"] = new("Food", "To eat well", []) }, new([], []), Tests.Domain.People.Monday);
        var room = new Room("food", new() { ["en"] = new("Food", "To talk") }, Tests.Domain.People.Monday);
        hub.TalkIn(room.Id);
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(hub, room);
            await db.SaveChangesAsync(Stop);
            // As it was before rooms knew whose they are.
            await db.GetService<IMigrator>().MigrateAsync("Gatherings", Stop);
        }

        await using var upgraded = database.CreateDbContext();
        await upgraded.Database.MigrateAsync(Stop);

        Assert.Equal(hub.Id, await upgraded.Rooms.Where(r => r.Id == room.Id).Select(r => r.HubId).SingleAsync(Stop));
    }
}
