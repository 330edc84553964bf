using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented gatherings, marked as such, with invented members who come.</summary>
sealed class DemoGatherings(IDbContextFactory<AppDb> dbs, TimeProvider clock, int seed)
{
    const string Marked = "Invented for a demonstration; nobody will be there.";
    const int MostComers = 12;

    static readonly string[] ZonesOfDemo = ["America/Chicago", "America/New_York", "Europe/London", "America/Los_Angeles"];

    static readonly (string Title, string What)[] Kinds =
    [
        ("Walk and talk", "Half an hour around the block, then tea."),
        ("Kitchen table evening", "We cook, and we listen."),
        ("Run chart clinic", "Bring a chart. We read it together."),
        ("Newcomers' hour", "Ask anything. Nobody has to speak."),
        ("Garden morning", "Gloves are there, seeds too."),
    ];

    public async Task<int> AnnounceAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var members = await db.Members.Where(m => m.Origin == Origin.Demo && m.ErasedAt == null && m.Suspension == null).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        if (members.Count == 0)
            throw new VerbFailedException("Gatherings need somebody to host them: ask for at least one member.");
        var (chance, slugs) = (new Random(seed), await db.Gatherings.Select(g => g.Slug).ToHashSetAsync(cancellationToken));
        for (var i = 0; i < count; i++)
            db.Gatherings.Add(Announce(chance, members, slugs));
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    Gathering Announce(Random chance, List<Member> members, HashSet<string> slugs)
    {
        var (now, host, zone, kind) = (clock.GetUtcNow(), chance.Pick(members), chance.Pick(ZonesOfDemo), chance.Pick(Kinds));
        var start = now.UtcDateTime.Date.AddDays(chance.Next(2, 90)).AddHours(chance.Next(9, 20));
        var content = new GatheringContent
        {
            Title = $"{kind.Title} (demo)",
            What = $"{kind.What} {Marked}",
            Spoken = chance.Next(3) == 0 ? ["en", "es"] : ["en"],
            Format = chance.Pick(Enum.GetValues<GatheringFormat>()),
            Venue = $"The library, {Places.Pick(chance).Name}",
            Access = [.. Enum.GetValues<AccessKind>().Where(_ => chance.Next(3) == 0)],
            Places = chance.Next(2) == 0 ? chance.Next(4, 30) : null,
        };
        var repeats = chance.Next(3) switch { 0 => new Recurrence { Times = 8 }, 1 => new Recurrence { Rhythm = Rhythm.Monthly, Times = 6 }, _ => null };
        var gathering = new Gathering(content, new(DateTime.SpecifyKind(start, DateTimeKind.Unspecified), zone, 90) { Repeats = repeats }, FreeSlug(Slug.From(content.Title, "gathering"), slugs), host, now);
        foreach (var occurrence in gathering.PlanAhead(Zones.ClockOf(zone), now))
            for (var n = chance.Next(MostComers); n > 0; n--)
                occurrence.Answer(chance.Pick(members).Id, chance.Next(4) == 0 ? Coming.Maybe : Coming.Yes, "", Reminders.None, content.Places, now);
        return gathering;
    }

    static string FreeSlug(string wanted, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && taken.Add(slug))
                return slug;
    }
}
