using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What the list is narrowed to; all of it must hold.</summary>
sealed record GatheringFilter
{
    const int Longest = 200;

    /// <summary>How far "near" reaches, in kilometres.</summary>
    public const double Near = 100;

    public string? Topic { get; init; }

    /// <summary>Slug of a hub.</summary>
    public string? Hub { get; init; }

    /// <summary>Slug of a community, initiative or partner.</summary>
    public string? Of { get; init; }

    /// <summary>"inPerson" or "online"; what is both is either.</summary>
    public string? How { get; init; }

    /// <summary>Spoken there.</summary>
    public string? Language { get; init; }

    /// <summary>A place in words.</summary>
    public string? Place { get; init; }

    public bool IsEmpty => this == new GatheringFilter();

    public static GatheringFilter From(IQueryCollection query)
    {
        return new()
        {
            Topic = Value("topic"),
            Hub = Value("hub"),
            Of = Value("of"),
            How = Value("how") is ("inPerson" or "online") and var how ? how : null,
            Language = Value("language"),
            Place = Value("place"),
        };

        string? Value(string name) => query[name].ToString().Trim() is { Length: > 0 and <= Longest } value ? value : null;
    }

    public IQueryable<Gathering> Narrow(AppDb db, IQueryable<Gathering> gatherings)
    {
        if (Topic is not null)
            gatherings = gatherings.Labelled(GatheringLabelKind.Topic, Topic);
        if (Language is not null)
            gatherings = gatherings.Labelled(GatheringLabelKind.Language, Language);
        if (Hub is not null)
            gatherings = gatherings.Where(g => db.Hubs.Any(h => h.Id == g.HubId && h.Slug == Hub));
        if (Of is not null)
            gatherings = gatherings.Where(g => db.Listings.Any(l => l.Id == g.ListingId && l.Slug == Of && l.Hiding == null));
        return How switch
        {
            "inPerson" => gatherings.Where(g => g.Format != GatheringFormat.Online),
            "online" => gatherings.Where(g => g.Format != GatheringFormat.InPerson),
            _ => gatherings,
        };
    }

    /// <summary>The point that "near" means; null when no place is asked for or none has that name.</summary>
    public GeoPoint? Centre(Atlas atlas) => atlas.Find(Place, 1) is { Places: [var found] } ? atlas.Gazetteer.PointOf(found) : null;

    public string Url(string path, params (string Name, string? Value)[] more)
    {
        var values = new (string Name, string? Value)[] { ("topic", Topic), ("hub", Hub), ("of", Of), ("how", How), ("language", Language), ("place", Place) }.Concat(more);
        return QueryHelpers.AddQueryString(path, values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }
}
