using HealthDoers.Domain.Gatherings;

namespace HealthDoers.Domain.Visits;

/// <summary>What a community shows to guests, and what they can count on. Everybody may read it, so the door they meet at is not in it.</summary>
public sealed record VisitTerms
{
    public const int TitleLimit = 120;
    public const int SeeLimit = 3_000;
    public const int LineLimit = 300;
    public const int MostGuestsLimit = 200;
    public const int MostTopics = 12;

    public string Title { get; init; } = "";

    /// <summary>What can be seen there, in Markdown.</summary>
    public string See { get; init; } = "";

    /// <summary>Which times suit the hosts, in their words.</summary>
    public string When { get; init; } = "";

    /// <summary>How many can be there in all, until those who are expected have come.</summary>
    public int MostGuests { get; init; } = 1;

    /// <summary>Culture names of the languages that are spoken there.</summary>
    public List<string> Languages { get; init; } = [];
    public List<AccessKind> Access { get; init; } = [];
    public string AccessNote { get; init; } = "";

    /// <summary>What the hosts can give towards travel, food or a bed; empty when nothing was said.</summary>
    public string CostHelp { get; init; } = "";

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];
}

/// <summary>Who would come and what for.</summary>
public sealed record VisitAsk
{
    public const int WhoLimit = 300;
    public const int LearnLimit = 2_000;
    public const int WhenLimit = 300;

    public string Who { get; init; } = "";
    public string Learn { get; init; } = "";
    public string When { get; init; } = "";
}
