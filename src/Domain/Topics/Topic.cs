namespace HealthDoers.Domain.Topics;

/// <summary>What a story or an idea is about. A topical hub stewards one; editors add others.</summary>
public sealed class Topic : Entity
{
    Topic() { }

    public Topic(string slug, Dictionary<string, TopicWords> words, string artwork)
    {
        Slug = slug;
        Words = words;
        Artwork = artwork;
        Raise(new TopicChanged(Id));
    }

    public string Slug { get; private set; } = "";

    /// <summary>By language; "en" is always there.</summary>
    public Dictionary<string, TopicWords> Words { get; private set; } = [];

    /// <summary>The drawing that stands in where a story of this topic has no picture.</summary>
    public string Artwork { get; private set; } = "";

    public TopicWords In(string language) => Words.GetValueOrDefault(language) ?? Words["en"];
}

public sealed record TopicWords(string Name, string Plain);

public sealed record TopicChanged(Guid SubjectId) : DomainEvent(SubjectId);
