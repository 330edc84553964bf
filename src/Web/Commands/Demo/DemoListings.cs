using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented communities with teams of invented members. Some legs are missing, as in life.</summary>
sealed class DemoListings(IDbContextFactory<AppDb> dbs, TimeProvider clock, int seed)
{
    const string Marked = "Invented for a demonstration.";

    public async Task<int> FormAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var members = await db.Members.Where(m => m.Origin == Origin.Demo && m.ErasedAt == null && m.Suspension == null).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        if (members.Count == 0)
            throw new VerbFailedException("Communities need somebody to form them: ask for at least one member.");
        var known = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
        var (chance, slugs) = (new Random(seed), await db.ListingSlugs.Select(s => s.Slug).ToHashSetAsync(cancellationToken));
        for (var i = 0; i < count; i++)
        {
            var listing = Form(chance, members, known, slugs);
            db.Listings.Add(listing);
            db.ListingSlugs.Add(new(listing.Slug, listing.Id));
        }
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    Listing Form(Random chance, List<Member> members, HashSet<string> topics, HashSet<string> slugs)
    {
        var (place, theme, founder, now) = (Places.Pick(chance), chance.Pick(Themes.All), chance.Pick(members), clock.GetUtcNow());
        var content = new ListingContent
        {
            Words = new()
            {
                ["en"] = new()
                {
                    Name = Places.OrganisationOf(place, chance),
                    Summary = $"{theme.Name} in {place.Name}. {Marked}",
                    Aims = $"More {theme.Measure}.",
                    Brings = theme.Advice,
                },
            },
            Place = new(place.Name, place.Latitude, place.Longitude),
            PlaceType = chance.Pick(Enum.GetValues<PlaceType>()),
            Sectors = [Sector.Community],
            Topics = [.. theme.Topics.Where(topics.Contains)],
        };
        var slug = FreeSlug(Slug.From(content.Words["en"].Name, "community"), slugs);
        var listing = Listing.Founded(ListingKind.Community, content, slug, founder, now);
        foreach (var leg in Tripod.Legs.Where(_ => chance.Next(3) > 0))
        {
            var member = chance.Pick(members);
            if (listing.SeatOf(member.Id) is not null)
                continue;
            if (member.Id != founder.Id)
                listing.Invite(member, leg, founder, now);
            listing.TakeSeat(member, leg, chance.Pick(Enum.GetValues<SeatNaming>()), "A neighbor (demo)", "", now);
        }
        return listing;
    }

    static string FreeSlug(string wanted, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && taken.Add(slug))
                return slug;
    }
}
