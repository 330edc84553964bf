namespace HealthDoers.Domain.Resources;

/// <summary>A tool, paper, framework or service that somebody published and others can use.</summary>
public sealed class Resource : Entity
{
    Resource() { }

    public Resource(string slug, ResourceCategory category, ResourceKind kind, Dictionary<string, ResourceWords> words, ResourceSource source)
    {
        Slug = slug;
        Category = category;
        Kind = kind;
        Words = words;
        Source = source;
        Raise(new ResourceChanged(Id));
    }

    public string Slug { get; private set; } = "";
    public ResourceCategory Category { get; private set; }
    public ResourceKind Kind { get; private set; }

    /// <summary>By language; "en" is always there.</summary>
    public Dictionary<string, ResourceWords> Words { get; private set; } = [];

    public ResourceSource Source { get; private set; } = new("", "", 0, null);

    public ResourceWords In(string language) => Words.GetValueOrDefault(language) ?? Words["en"];
}

public sealed record ResourceWords(string Title, string Summary);

/// <param name="Publisher">Who made it.</param>
/// <param name="NamedIn">The published text that tells of it.</param>
/// <param name="Year">When that text was published.</param>
/// <param name="Url">Where it was to be found then, when the text says so.</param>
public sealed record ResourceSource(string Publisher, string NamedIn, int Year, string? Url);

/// <summary>The five categories of tools and resources (100 Million Healthier Lives case studies, 2020).</summary>
public enum ResourceCategory
{
    CommunityTransformation,
    AdvancingEquity,
    MeasuringImpact,
    LivedExperience,
    PopulationHealth,
}

public enum ResourceKind
{
    Paper,
    Framework,
    Tool,
    Survey,
    Service,
    Training,
    Book,
}

public sealed record ResourceChanged(Guid SubjectId) : DomainEvent(SubjectId);
