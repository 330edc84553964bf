using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Stories;

/// <summary>A published story. What is still being written is a <see cref="StoryDraft"/>.</summary>
public sealed partial class Story : Entity
{
    readonly List<StoryLabel> _labels = [];
    readonly List<StandingStep> _steps = [];
    readonly List<StoryRevision> _revisions = [];
    readonly List<StoryTranslation> _translations = [];
    readonly List<StoryConsent> _consents = [];

    Story() { }

    public Story(Member author, StoryContent content, string slug, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        AuthorId = author.Id;
        Author = author;
        Origin = author.Origin;
        Slug = slug;
        PublishedAt = at;
        ChangedAt = at;
        Take(content);
        Raise(new StoryPublished(Id));
    }

    public Guid AuthorId { get; private set; }
    public Member Author { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public StoryContent Content { get; private set; } = new();

    // What lists show and queries ask, kept beside the content so that a list never reads whole stories.
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Language { get; private set; } = "";
    public StoryKind Kind { get; private set; }
    public string Organisation { get; private set; } = "";
    public Guid? ListingId { get; private set; }
    public string? PlaceName { get; private set; }
    public string? PlaceSlug { get; private set; }
    public int? Year { get; private set; }
    public string? Artwork { get; private set; }

    /// <summary>Content hash of the first picture, the small one where there is one.</summary>
    public string? FirstPicture { get; private set; }
    public EvidenceStanding Standing { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Origin Origin { get; private set; }
    public string? ExternalId { get; private set; }

    /// <summary>Taken back by its author, or by the end of a consent.</summary>
    public Withdrawal? Withdrawal { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public Hiding? Hiding { get; private set; }
    public Featuring? Featuring { get; private set; }

    /// <summary>Grows with every edit; whoever edits an older one is shown both.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<StoryLabel> Labels => _labels;
    public IReadOnlyList<StandingStep> Steps => _steps;
    public IReadOnlyList<StoryRevision> Revisions => _revisions;
    public IReadOnlyList<StoryTranslation> Translations => _translations;
    public IReadOnlyList<StoryConsent> Consents => _consents;

    public bool IsPublic => Withdrawal is null && Hiding is null;

    public bool CanBeEditedBy(Member member) => member.IsActive && (member.Id == AuthorId || member.IsEditor);

    /// <param name="seenVersion">The version the editor of this change began with.</param>
    /// <exception cref="StaleEditException">Somebody else changed the story meanwhile.</exception>
    public void Edit(StoryContent content, Member by, int seenVersion, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author or an editor can change this story.");
        if (seenVersion != Version)
            throw new StaleEditException(Version);
        Revise(WithoutEndedPictures(content, at), by.Id, at);
    }

    /// <summary>An earlier revision becomes the present content; what stands now is kept as a revision too.</summary>
    public void Restore(StoryRevision revision, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author or an editor can restore this story.");
        Revise(WithoutEndedPictures(revision.Content, at), by.Id, at);
    }

    public void MoveTo(string slug) => Slug = slug;

    public void Withdraw(Member by, WithdrawalReason reason, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author or an editor can withdraw this story.");
        TakeBack(by.Id, reason, at);
    }

    public void PublishAgain(Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author or an editor can publish this story again.");
        if (_consents.Any(c => c.Withdraws && c.StandsInTheWay(at)))
            throw new RuleBrokenException("A person who is named here has not agreed any longer. Take the name out or renew the consent first.");
        Withdrawal = null;
        Raise(new StoryChanged(Id));
    }

    public void HideBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can hide a story.");
        Hiding = new(editor.Id, reason, at);
        Raise(new StoryHidden(Id));
    }

    public void ShowBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can show a hidden story again.");
        Hiding = null;
        Raise(new StoryChanged(Id));
    }

    public void Feature(Member editor, DateTimeOffset from, DateTimeOffset until)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can feature a story.");
        if (until <= from)
            throw new RuleBrokenException("The last day must come after the first.");
        if (!IsPublic)
            throw new RuleBrokenException("Only a story that everyone can read can be featured.");
        Featuring = new(editor.Id, from, until);
        Raise(new StoryFeatured(Id));
    }

    public void EndFeaturing()
    {
        if (Featuring is null)
            return;
        Featuring = null;
        Raise(new StoryChanged(Id));
    }

    public void Claim(EvidenceStanding standing, string reason, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author or an editor can say how strong the evidence of this story is.");
        _steps.Add(new(Id, standing, reason, by.Id, at));
        Raise(new StandingClaimed(Id));
    }

    public void Confirm(StandingStep step, Member editor, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can confirm how strong the evidence is.");
        step.ConfirmBy(editor.Id, at);
        Standing = step.Standing;
        Raise(new StandingConfirmed(Id));
    }

    public void Translate(string language, StoryWords words)
    {
        _translations.RemoveAll(t => t.Language == language);
        _translations.Add(new(Id, language, words));
        Raise(new StoryChanged(Id));
    }

    /// <summary>Says whose story it is, without an edit of what it tells.</summary>
    public void TellOf(Guid listingId)
    {
        (Content, ListingId) = (Content with { ListingId = listingId }, listingId);
        Raise(new StoryChanged(Id));
    }

    public void CameFrom(string externalId) => ExternalId = externalId;

    /// <summary>
    /// Its author left and takes the words along. What stays is a withdrawn story without any, so that what others built on
    /// it keeps its place. Everything it owns has to be loaded.
    /// </summary>
    public void Erase(string slug, DateTimeOffset at)
    {
        TakeBack(AuthorId, WithdrawalReason.AuthorsWish, at);
        Take(new() { Kind = Kind, Language = Language });
        (Slug, ExternalId) = (slug, null);
        _revisions.Clear();
        _translations.Clear();
        _consents.Clear();
        _steps.Clear();
        Version++;
    }

    void TakeBack(Guid? byId, WithdrawalReason reason, DateTimeOffset at)
    {
        Withdrawal = new(byId, reason, at);
        Featuring = null;
        Raise(new StoryWithdrawn(Id));
    }

    void Revise(StoryContent content, Guid byId, DateTimeOffset at)
    {
        _revisions.Add(new(Id, Version, Content, byId, at));
        Version++;
        ChangedAt = at;
        Take(content);
        Raise(new StoryChanged(Id));
    }

    void Take(StoryContent content)
    {
        Content = content;
        Title = content.Words.Title;
        Summary = content.Words.Summary;
        Language = content.Language;
        Kind = content.Kind;
        Organisation = content.Organisation;
        ListingId = content.ListingId;
        PlaceName = content.Place?.Name;
        PlaceSlug = content.Place?.Slug;
        Year = content.Source?.Year;
        Artwork = content.Artwork;
        FirstPicture = content.Pictures.FirstOrDefault() is { } first ? first.Small ?? first.File : null;

        var labels = StoryLabel.Of(content).ToList();
        _labels.RemoveAll(old => !labels.Any(l => l.Kind == old.Kind && l.Value == old.Value));
        foreach (var label in labels.Where(l => !_labels.Any(old => old.Kind == l.Kind && old.Value == l.Value)))
            _labels.Add(new(Id, label.Kind, label.Value));
    }
}
