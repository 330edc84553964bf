using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Data.Starter;

sealed record TopicEntry
{
    public string Slug { get; init; } = "";
    public string Name { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string Plain { get; init; } = "";
    public string PlainEs { get; init; } = "";
    public string Artwork { get; init; } = "";
}

sealed record TermEntry
{
    public string Slug { get; init; } = "";
    public string Term { get; init; } = "";
    public List<string> Also { get; init; } = [];
    public string Plain { get; init; } = "";
    public string More { get; init; } = "";
    public SourceEntry Source { get; init; } = new();
    public TermWordsEntry? Es { get; init; }
}

sealed record TermWordsEntry
{
    public string Term { get; init; } = "";
    public List<string> Also { get; init; } = [];
    public string Plain { get; init; } = "";
    public string More { get; init; } = "";
}

sealed record SourceEntry
{
    public string Title { get; init; } = "";
    public string Publisher { get; init; } = "";
    public int? Year { get; init; }
    public string? Url { get; init; }
    public string? License { get; init; }
}

/// <summary>The words of a story in one language.</summary>
record StoryWordsEntry
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Problem { get; init; } = "";
    public string ForWhom { get; init; } = "";
    public string WhatWeDid { get; init; } = "";
    public string WhatChanged { get; init; } = "";
    public string HowWeKnow { get; init; } = "";
    public string Advice { get; init; } = "";
    public string Body { get; init; } = "";
    public List<NumberEntry> Numbers { get; init; } = [];

    public StoryWords Words() => new()
    {
        Title = Title,
        Summary = Summary,
        Problem = Problem,
        ForWhom = ForWhom,
        WhatWeDid = WhatWeDid,
        WhatChanged = WhatChanged,
        HowWeKnow = HowWeKnow,
        Advice = Advice,
        Body = Body,
    };
}

sealed record StoryEntry : StoryWordsEntry
{
    public string ExternalId { get; init; } = "";
    public StoryKind Kind { get; init; }
    public string Organisation { get; init; } = "";
    public PlaceEntry? Place { get; init; }
    public List<string> Partners { get; init; } = [];
    public DatesEntry Dates { get; init; } = new();
    public List<string> Topics { get; init; } = [];
    public List<string> Skills { get; init; } = [];
    public List<int> Behaviours { get; init; } = [];
    public QuoteEntry? Quote { get; init; }
    public StandingEntry Standing { get; init; } = new();
    public bool Featured { get; init; }
    public SourceEntry? Source { get; init; }
    public string? Artwork { get; init; }
    public TranslationEntry? Es { get; init; }

    public StoryContent Content() => new()
    {
        Kind = Kind,
        Words = Words(),
        Organisation = Organisation,
        Place = Place is null ? null : new(Place.Name, Place.Slug, Place.Lat, Place.Lon),
        Partners = Partners,
        FromYear = Dates.From,
        ToYear = Dates.To,
        Topics = Topics,
        Skills = Skills,
        Behaviours = Behaviours,
        Numbers = [.. Numbers.Select(n => new StoryNumber(n.Value, n.Label))],
        Quote = Quote is null ? null : new(Quote.Text, Quote.Who, Quote.Source),
        Source = Source is null ? null : new(Source.Title, Source.Publisher, Source.Year, Source.Url, Source.License),
        Artwork = Artwork,
    };
}

sealed record TranslationEntry : StoryWordsEntry
{
    public StandingReasonEntry? Standing { get; init; }
}

sealed record StandingReasonEntry
{
    public string Reason { get; init; } = "";
}

sealed record PlaceEntry
{
    public string Name { get; init; } = "";
    public string Slug { get; init; } = "";
    public double? Lat { get; init; }
    public double? Lon { get; init; }
}

sealed record DatesEntry
{
    public int? From { get; init; }
    public int? To { get; init; }
}

sealed record NumberEntry
{
    public string Value { get; init; } = "";
    public string Label { get; init; } = "";
}

sealed record QuoteEntry
{
    public string Text { get; init; } = "";
    public string Who { get; init; } = "";
    public string Source { get; init; } = "";
}

sealed record StandingEntry
{
    public EvidenceStanding Standing { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>The year its source was published; the source says no more.</summary>
    public int Since { get; init; }
}
