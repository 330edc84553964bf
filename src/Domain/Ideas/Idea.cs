using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Ideas;

/// <summary>A change idea: what to do, for whom, what it takes, where it comes from and how strong its evidence is.</summary>
public sealed class Idea : Entity
{
    readonly List<IdeaLabel> _labels = [];
    readonly List<IdeaStep> _steps = [];
    readonly List<IdeaRevision> _revisions = [];
    readonly List<IdeaTranslation> _translations = [];
    readonly List<IdeaStory> _stories = [];

    Idea() { }

    /// <exception cref="RuleBrokenException">Its proposer is suspended.</exception>
    public Idea(Member proposer, IdeaContent content, string slug, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        if (!proposer.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot propose an idea for now.");
        ProposedById = proposer.Id;
        ProposedBy = proposer;
        Origin = proposer.Origin;
        Slug = slug;
        ProposedAt = at;
        ChangedAt = at;
        Take(content);
        Raise(new IdeaProposed(Id));
    }

    public Guid ProposedById { get; private set; }
    public Member ProposedBy { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public IdeaContent Content { get; private set; } = new();

    // What lists show and queries ask, kept beside the content so that a list never reads whole ideas.
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string? PlaceName { get; private set; }
    public string? PlaceSlug { get; private set; }
    public int? Year { get; private set; }
    public EvidenceStanding Standing { get; private set; }

    /// <summary>How many adapted it. Counted where adaptations are stored, for two may come at once.</summary>
    public int AdaptedCount { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Origin Origin { get; private set; }
    public string? ExternalId { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public Hiding? Hiding { get; private set; }
    public Retirement? Retirement { get; private set; }
    public Merging? Merging { get; private set; }

    /// <summary>Grows with every edit; whoever edits an older one is shown both.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<IdeaLabel> Labels => _labels;
    public IReadOnlyList<IdeaStep> Steps => _steps;
    public IReadOnlyList<IdeaRevision> Revisions => _revisions;
    public IReadOnlyList<IdeaTranslation> Translations => _translations;
    public IReadOnlyList<IdeaStory> Stories => _stories;

    public bool IsPublic => Hiding is null && Merging is null;

    public bool CanBeEditedBy(Member member) => member.IsActive && (member.Id == ProposedById || member.IsEditor);

    /// <param name="seenVersion">The version the editor of this change began with.</param>
    /// <exception cref="StaleEditException">Somebody else changed the idea meanwhile.</exception>
    public void Edit(IdeaContent content, Member by, int seenVersion, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only who proposed it or an editor can change this idea.");
        if (seenVersion != Version)
            throw new StaleEditException(Version);
        Revise(content, by.Id, at);
    }

    /// <summary>An earlier revision becomes the present content; what stands now is kept as a revision too.</summary>
    public void Restore(IdeaRevision revision, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only who proposed it or an editor can restore this idea.");
        Revise(revision.Content, by.Id, at);
    }

    public void MoveTo(string slug) => Slug = slug;

    public void CameFrom(string externalId) => ExternalId = externalId;

    /// <summary>Says how strong the evidence is; it counts once an editor confirms it.</summary>
    public IdeaStep Claim(EvidenceStanding standing, string reason, string references, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only who proposed it or an editor can say how strong the evidence of this idea is.");
        var step = new IdeaStep(Id, standing, reason, references, by.Id, at);
        _steps.Add(step);
        Raise(new IdeaStandingClaimed(Id));
        return step;
    }

    public void Confirm(IdeaStep step, Member editor, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can confirm how strong the evidence is.");
        if (step.IdeaId != Id)
            throw new ArgumentException("The step is of another idea.", nameof(step));
        step.ConfirmBy(editor.Id, at);
        Standing = step.Standing;
        Raise(new IdeaStandingConfirmed(Id));
    }

    public void Translate(string language, IdeaWords words)
    {
        _translations.RemoveAll(t => t.Language == language);
        _translations.Add(new(Id, language, words));
        Raise(new IdeaChanged(Id));
    }

    public void IsToldBy(Story story)
    {
        if (_stories.Any(s => s.StoryId == story.Id))
            return;
        _stories.Add(new(Id, story.Id));
        Raise(new IdeaChanged(Id));
    }

    public void IsNoLongerToldBy(Guid storyId)
    {
        if (_stories.RemoveAll(s => s.StoryId == storyId) > 0)
            Raise(new IdeaChanged(Id));
    }

    public void Retire(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can retire an idea.");
        if (Retirement is not null)
            throw new RuleBrokenException("This idea is retired already.");
        Retirement = new(editor.Id, reason, at);
        Raise(new IdeaRetired(Id));
    }

    public void TakeUpAgain(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can take up a retired idea again.");
        Retirement = null;
        Raise(new IdeaChanged(Id));
    }

    public void HideBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can hide an idea.");
        Hiding = new(editor.Id, reason, at);
        Raise(new IdeaHidden(Id));
    }

    /// <summary>Whoever proposed it has left and takes it along; nobody else has made it theirs.</summary>
    public void TakeAlong(DateTimeOffset at)
    {
        Hiding = new(ProposedById, "", at);
        Raise(new IdeaHidden(Id));
    }

    public void ShowBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can show a hidden idea again.");
        Hiding = null;
        Raise(new IdeaChanged(Id));
    }

    /// <summary>This idea says the same as the other. Its adaptations and addresses go there; the caller moves them.</summary>
    public void MergeInto(Idea other, Member editor, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can merge ideas.");
        if (other.Id == Id)
            throw new RuleBrokenException("An idea cannot be merged into itself.");
        if (other.Merging is not null || Merging is not null)
            throw new RuleBrokenException("One of these ideas was merged already. Choose the idea that it went into.");
        Merging = new(other.Id, editor.Id, at);
        Raise(new IdeaMerged(Id, other.Id));
    }

    void Revise(IdeaContent content, Guid byId, DateTimeOffset at)
    {
        if (Merging is not null)
            throw new RuleBrokenException("This idea was merged into another, so it cannot be changed.");
        _revisions.Add(new(Id, Version, Content, byId, at));
        Version++;
        ChangedAt = at;
        Take(content);
        Raise(new IdeaChanged(Id));
    }

    void Take(IdeaContent content)
    {
        Content = content;
        Title = content.Words.Title;
        Summary = content.Words.Summary;
        Language = content.Language;
        PlaceName = content.Place?.Name;
        PlaceSlug = content.Place?.Slug;
        Year = content.Year;

        var labels = IdeaLabel.Of(content).ToList();
        _labels.RemoveAll(old => !labels.Contains((old.Kind, old.Value)));
        foreach (var (kind, value) in labels.Where(l => !_labels.Any(old => old.Kind == l.Kind && old.Value == l.Value)))
            _labels.Add(new(Id, kind, value));
    }
}
