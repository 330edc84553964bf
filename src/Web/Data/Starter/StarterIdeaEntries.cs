using HealthDoers.Domain.Ideas;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The words of an idea in one language.</summary>
record IdeaWordsEntry
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Body { get; init; } = "";
    public string ForWhom { get; init; } = "";
    public string People { get; init; } = "";
    public string Money { get; init; } = "";
    public string Time { get; init; } = "";
    public string WhatToWatch { get; init; } = "";

    public IdeaWords Words() => new()
    {
        Title = Title,
        Summary = Summary,
        Body = Body,
        ForWhom = ForWhom,
        People = People,
        Money = Money,
        Time = Time,
        WhatToWatch = WhatToWatch,
    };
}

sealed record IdeaEntry : IdeaWordsEntry
{
    public string ExternalId { get; init; } = "";
    public List<SourceKind> Sources { get; init; } = [];

    /// <summary>The report it is drawn from.</summary>
    public string Reference { get; init; } = "";
    public string Url { get; init; } = "";
    public int Year { get; init; }
    public PlaceEntry? Place { get; init; }
    public List<string> Topics { get; init; } = [];
    public List<string> Skills { get; init; } = [];
    public StandingEntry Standing { get; init; } = new();

    /// <summary>ExternalIds of starter stories.</summary>
    public List<string> Stories { get; init; } = [];
    public List<AdaptationEntry> Adaptations { get; init; } = [];
    public IdeaTranslationEntry Es { get; init; } = new();

    public string SourceLine => $"{Reference} {Url}";

    public IdeaContent Content() => new()
    {
        Words = Words(),
        Place = Place is null ? null : new(Place.Name, Place.Slug, Place.Lat, Place.Lon),
        Sources = [.. Sources.Select(kind => new IdeaSource(kind, Reference, Url))],
        Topics = Topics,
        Skills = Skills,
        Url = Url,
        Year = Year,
    };
}

sealed record IdeaTranslationEntry : IdeaWordsEntry
{
    public string Reason { get; init; } = "";
}

sealed record AdaptationEntry
{
    public string Key { get; init; } = "";

    /// <summary>The key of the one they learned from.</summary>
    public string? From { get; init; }
    public string Who { get; init; } = "";
    public PlaceEntry? Place { get; init; }
    public int Year { get; init; }
    public string WhatWeChange { get; init; } = "";
    public string Prediction { get; init; } = "";
    public Result? Result { get; init; }
    public string WhatHappened { get; init; } = "";
    public string Advice { get; init; } = "";
    public List<OutcomeNumberEntry> Numbers { get; init; } = [];
    public string? Story { get; init; }

    public AdaptationPlan Plan() => new()
    {
        Who = Who,
        Place = Place is null ? null : new(Place.Name, Place.Slug, Place.Lat, Place.Lon),
        WhatWeChange = WhatWeChange,
        Prediction = Prediction,
    };

    public OutcomeTelling Told(Result result) => new()
    {
        Result = result,
        WhatHappened = WhatHappened,
        Advice = Advice,
        Numbers = [.. Numbers.Select(n => new OutcomeNumber(n.What, n.Before, n.After))],
    };
}

sealed record OutcomeNumberEntry
{
    public string What { get; init; } = "";
    public decimal? Before { get; init; }
    public decimal After { get; init; }
}
