using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Stories;

public sealed partial class Story
{
    public StoryConsent Record(string who, ConsentTo what, DateTimeOffset agreedAt, DateTimeOffset? until, string? picture = null)
    {
        var consent = new StoryConsent(Id, who, what, agreedAt, until, picture);
        _consents.Add(consent);
        Raise(new StoryChanged(Id));
        return consent;
    }

    /// <summary>A person takes their consent back, and what it covered goes out of sight at once.</summary>
    public void End(StoryConsent consent, Member by, DateTimeOffset at)
    {
        MustBeEditableBy(by);
        if (consent.HasEnded(at))
            return;
        consent.EndAt(at);
        EndConsents(at);
    }

    /// <summary>The person agreed again.</summary>
    public void Renew(StoryConsent consent, DateTimeOffset? until, Member by, DateTimeOffset at)
    {
        MustBeEditableBy(by);
        if (until <= at)
            throw new RuleBrokenException("The last day must lie ahead.");
        consent.RenewUntil(until);
        Raise(new StoryChanged(Id));
    }

    /// <summary>The author says that the person does not stand in the present text any longer.</summary>
    public void TookOut(StoryConsent consent, Member by, DateTimeOffset at)
    {
        MustBeEditableBy(by);
        consent.TookOut(at);
    }

    /// <summary>What a consent covered goes out of sight by itself when the consent ends.</summary>
    public void EndConsents(DateTimeOffset now)
    {
        foreach (var ended in _consents.Where(c => c.HasEnded(now) && c.ActedOnAt is null).ToList())
        {
            ended.ActOn(now);
            if (!ended.Withdraws)
                Revise(WithoutEndedPictures(Content, now), AuthorId, now);
            else if (Withdrawal is null)
                TakeBack(null, WithdrawalReason.ConsentEnded, now);
        }
    }

    /// <summary>
    /// The earlier versions this reader may see, oldest first. Those written before a consent ended still say the name or
    /// show the picture, so only the author and editors see them.
    /// </summary>
    public IEnumerable<StoryRevision> RevisionsFor(Member? reader)
    {
        var inOrder = _revisions.OrderBy(r => r.Number);
        if (reader is not null && (reader.Id == AuthorId || reader.IsEditor))
            return inOrder;
        var lastEnd = _consents.Max(c => c.TakenOutAt ?? c.ActedOnAt);
        return lastEnd is null ? inOrder : inOrder.Where(r => WrittenAt(r) >= lastEnd);
    }

    /// <summary>When the words of this revision were written.</summary>
    public DateTimeOffset WrittenAt(StoryRevision revision) =>
        _revisions.SingleOrDefault(r => r.Number == revision.Number - 1)?.ReplacedAt ?? PublishedAt;

    void MustBeEditableBy(Member member)
    {
        if (!CanBeEditedBy(member))
            throw new RuleBrokenException("Only its author or an editor keeps the consents of this story.");
    }

    StoryContent WithoutEndedPictures(StoryContent content, DateTimeOffset now)
    {
        var ended = _consents.Where(c => c.HasEnded(now)).Select(c => c.Picture).ToHashSet();
        return content with { Pictures = [.. content.Pictures.Where(p => !ended.Contains(p.File))] };
    }
}
