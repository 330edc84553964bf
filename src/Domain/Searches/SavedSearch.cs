namespace HealthDoers.Domain.Searches;

/// <summary>A search that a member keeps, to hear when something new matches it.</summary>
public sealed class SavedSearch : Entity
{
    public const int NameLimit = 100;
    public const int AddressLimit = 4_000;
    public const int MostPerMember = 50;

    SavedSearch() { }

    /// <param name="address">The query part of its address, as the search page reads it.</param>
    public SavedSearch(Guid memberId, string name, string address, bool byMail, DateTimeOffset at)
    {
        MemberId = memberId;
        Name = name;
        Address = address;
        ByMail = byMail;
        SavedAt = at;
        Raise(new SearchSaved(Id));
    }

    public Guid MemberId { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public bool ByMail { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Since when there is something that the member has not looked at; null when they have seen it all.</summary>
    public DateTimeOffset? NewsSince { get; private set; }

    public void MailNews(bool wished) => ByMail = wished;

    /// <summary>Something new matches. Told once, until the member has looked.</summary>
    public void Match(DateTimeOffset at)
    {
        if (NewsSince is not null)
            return;
        NewsSince = at;
        Raise(new SearchMatched(Id, Guid.CreateVersion7()));
    }

    public void Look() => NewsSince = null;
}

/// <summary>A thing that came after the search was saved and matches it.</summary>
public sealed class SearchMatch
{
    SearchMatch() { }

    public SearchMatch(Guid searchId, string kind, Guid thingId, DateTimeOffset at) => (SearchId, Kind, ThingId, At) = (searchId, kind, thingId, at);

    public Guid SearchId { get; private set; }

    /// <summary>The kind of thing, as search knows it.</summary>
    public string Kind { get; private set; } = "";
    public Guid ThingId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

public sealed record SearchSaved(Guid SubjectId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The saved search.</param>
/// <param name="NewsId">Of this piece of news: whoever hears of it twice tells it once.</param>
public sealed record SearchMatched(Guid SubjectId, Guid NewsId) : DomainEvent(SubjectId);
