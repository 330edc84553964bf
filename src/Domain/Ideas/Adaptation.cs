using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Ideas;

/// <summary>
/// "We are trying this": who makes an idea their own, from whom they have it, what they change and what they expect.
/// What happened is added later, and earlier outcomes stay.
/// </summary>
public sealed class Adaptation : Entity
{
    public const int WhoLimit = 120;
    public const int PlaceLimit = 200;
    public const int TextLimit = 2_000;

    readonly List<Outcome> _outcomes = [];

    Adaptation() { }

    /// <param name="from">The adaptation they had it from, or null when they had it from the idea itself.</param>
    /// <exception cref="RuleBrokenException">The idea takes no adaptations, or the other is of another idea.</exception>
    public Adaptation(Idea idea, Adaptation? from, Member member, AdaptationPlan plan, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot record an adaptation for now.");
        if (!idea.IsPublic)
            throw new RuleBrokenException("This idea is not public now, so it takes no adaptations.");
        if (idea.Retirement is not null)
            throw new RuleBrokenException("This idea is retired. Read why before you try it, and choose another.");
        if (from is not null && from.IdeaId != idea.Id)
            throw new RuleBrokenException("They adapted another idea than this one.");
        IdeaId = idea.Id;
        FromId = from?.Id;
        MemberId = member.Id;
        Member = member;
        Origin = member.Origin;
        Plan = plan;
        StartedAt = at;
        Raise(new AdaptationStarted(idea.Id, Id));
    }

    public Guid IdeaId { get; private set; }
    public Guid? FromId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public Origin Origin { get; private set; }
    public AdaptationPlan Plan { get; private set; } = new();
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The story that tells it, if there is one.</summary>
    public Guid? StoryId { get; private set; }

    /// <summary>The profile of the community or initiative that tries it, if it has one.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>Since when it stands in the tree without a name: what came of it is still traced.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    public bool CanBeChangedBy(Member member) => member.IsActive && (member.Id == MemberId || member.IsEditor);

    public void Change(AdaptationPlan plan, Member by)
    {
        CheckMayChange(by);
        if (_outcomes.Count > 0 && plan.Prediction != Plan.Prediction)
            throw new RuleBrokenException("A prediction is kept as it was once you have told what happened.");
        Plan = plan;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    /// <summary>Corrects from whom they had it.</summary>
    /// <param name="all">Every adaptation of the idea: whoever learned from this one cannot have taught it.</param>
    public void CameFrom(Adaptation? other, IEnumerable<Adaptation> all, Member by)
    {
        CheckMayChange(by);
        if (other is not null && other.IdeaId != IdeaId)
            throw new RuleBrokenException("They adapted another idea than this one.");
        var parents = all.ToDictionary(a => a.Id, a => a.FromId);
        // Two corrections at once can close a circle among others, so each is passed once only.
        var passed = new HashSet<Guid>();
        for (var at = other?.Id; at is { } id && passed.Add(id); at = parents.GetValueOrDefault(id))
            if (id == Id)
                throw new RuleBrokenException("They learned it from you, so you cannot have learned it from them.");
        FromId = other?.Id;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    public void Tell(OutcomeTelling told, Member by, DateTimeOffset at)
    {
        CheckMayChange(by);
        _outcomes.Add(new(Id, told, by.Id, at));
        Raise(new OutcomeTold(IdeaId, Id));
    }

    /// <param name="story">Null takes the link away.</param>
    public void IsToldBy(Story? story, Member by)
    {
        CheckMayChange(by);
        if (story is not null && story.AuthorId != MemberId && !by.IsEditor)
            throw new RuleBrokenException("Choose a story that you wrote yourself.");
        StoryId = story?.Id;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    /// <param name="listing">Null takes the link away.</param>
    public void IsTriedBy(Listing? listing, Member by)
    {
        CheckMayChange(by);
        if (ListingId == listing?.Id)
            return;
        if (listing is not null && !listing.CanBeEditedBy(by))
            throw new RuleBrokenException("Choose a community that you look after or are on the team of.");
        ListingId = listing?.Id;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    public void Withdraw(Member by, DateTimeOffset at)
    {
        CheckMayChange(by);
        WithdrawnAt ??= at;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    public void BringBack(Member by)
    {
        CheckMayChange(by);
        WithdrawnAt = null;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    /// <summary>The idea was merged into another, and its adaptations went along.</summary>
    public void MoveTo(Idea idea)
    {
        IdeaId = idea.Id;
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    /// <summary>Whoever tried it has left and takes name and words along; the node stays.</summary>
    public void Erase(DateTimeOffset at)
    {
        Plan = new();
        ListingId = null;
        WithdrawnAt ??= at;
        foreach (var outcome in _outcomes)
            outcome.Erase();
        Raise(new AdaptationChanged(IdeaId, Id));
    }

    void CheckMayChange(Member by)
    {
        if (!CanBeChangedBy(by))
            throw new RuleBrokenException("Only who tries it or an editor can change this adaptation.");
    }
}

/// <summary>What they set out to do.</summary>
public sealed record AdaptationPlan
{
    /// <summary>The language of these words and of what is told later: "en", "es" or another culture name.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The community, team or group that tries it.</summary>
    public string Who { get; init; } = "";
    public StoryPlace? Place { get; init; }
    public string WhatWeChange { get; init; } = "";

    /// <summary>What they expect to happen, written before it does.</summary>
    public string Prediction { get; init; } = "";
}

/// <summary>What happened, as told on one day.</summary>
public sealed class Outcome : Entity
{
    Outcome() { }

    internal Outcome(Guid adaptationId, OutcomeTelling told, Guid toldById, DateTimeOffset at)
    {
        AdaptationId = adaptationId;
        Told = told;
        Result = told.Result;
        ToldById = toldById;
        At = at;
    }

    public Guid AdaptationId { get; private set; }
    public Result Result { get; private set; }
    public OutcomeTelling Told { get; private set; } = new();
    public Guid ToldById { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal void Erase() => Told = new() { Result = Result };
}

public sealed record OutcomeTelling
{
    public const int MostNumbers = 6;

    public Result Result { get; init; }
    public string WhatHappened { get; init; } = "";

    /// <summary>What they would tell the next team; for what was given up, why.</summary>
    public string Advice { get; init; } = "";
    public List<OutcomeNumber> Numbers { get; init; } = [];
}

/// <param name="What">What was counted, with its unit: "late arrivals a week".</param>
/// <param name="Before">Null when nobody counted before.</param>
public sealed record OutcomeNumber(string What, decimal? Before, decimal After)
{
    public const int WhatLimit = 100;
}

/// <summary>Set against the prediction.</summary>
public enum Result
{
    Better,
    NoChange,
    Worse,
    Abandoned,
}
