using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Hubs;

/// <summary>
/// What a steward decided about a person or their story: with the sentence of the agreement it rests on, the reason, and
/// the appeal. Kept for good, so that a hub's moderation can be looked at.
/// </summary>
public sealed class HubDecision : Entity
{
    public const int ReasonLimit = 500;
    public const int AppealLimit = 2_000;

    HubDecision() { }

    HubDecision(Hub hub, HubAct act, Guid memberId, Guid targetId, Member by, Citing cited, string reason, DateTimeOffset at)
    {
        hub.CheckModeratedBy(by, at);
        if (by.Id == memberId)
            throw new RuleBrokenException("You cannot decide about yourself. Ask another steward or an editor.");
        if (reason.Length == 0)
            throw new RuleBrokenException("Say why. The person will read it.");
        HubId = hub.Id;
        Act = act;
        MemberId = memberId;
        TargetId = targetId;
        ById = by.Id;
        Cited = cited;
        Reason = reason;
        At = at;
        Raise(new HubDecided(hub.Id, Id));
    }

    public Guid HubId { get; private set; }
    public HubAct Act { get; private set; }

    /// <summary>Whom it is about.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The membership or the share.</summary>
    public Guid TargetId { get; private set; }
    public Guid ById { get; private set; }
    public Citing Cited { get; private set; } = new(null, 0);
    public string Reason { get; private set; } = "";
    public DateTimeOffset? Until { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Appeal? Appeal { get; private set; }
    public AppealAnswer? Answer { get; private set; }

    public bool AwaitsAnswer => Appeal is not null && Answer is null;

    /// <summary>Declines a request to join.</summary>
    public static HubDecision Decline(HubMembership asked, Hub hub, Member by, string reason, DateTimeOffset at)
    {
        var decision = new HubDecision(hub, HubAct.DeclinedJoin, asked.MemberId, asked.Id, by, new(null, 0), reason, at);
        asked.Decline();
        return decision;
    }

    /// <param name="cited">The sentence of the agreement that was not kept.</param>
    public static HubDecision TakeOut(HubShare share, Hub hub, Member by, Citing cited, string reason, DateTimeOffset at)
    {
        var act = share.State == ShareState.Waiting ? HubAct.DeclinedStory : HubAct.RemovedStory;
        var decision = new HubDecision(hub, act, share.ById, share.Id, by, Checked(cited), reason, at);
        share.TakeOut();
        return decision;
    }

    public static HubDecision Remove(HubMembership membership, Hub hub, Member by, Citing cited, string reason, DateTimeOffset at)
    {
        var decision = new HubDecision(hub, HubAct.RemovedMember, membership.MemberId, membership.Id, by, Checked(cited), reason, at);
        membership.Remove(ban: false, null);
        hub.Vacate(membership.MemberId, at);
        return decision;
    }

    /// <param name="until">Null for a ban that lasts.</param>
    public static HubDecision Ban(HubMembership membership, Hub hub, Member by, Citing cited, string reason, DateTimeOffset? until, DateTimeOffset at)
    {
        if (until <= at)
            throw new RuleBrokenException("The last day must lie ahead.");
        var decision = new HubDecision(hub, HubAct.BannedMember, membership.MemberId, membership.Id, by, Checked(cited), reason, at) { Until = until };
        membership.Remove(ban: true, until);
        hub.Vacate(membership.MemberId, at);
        return decision;
    }

    public void AppealBy(Member member, string words, DateTimeOffset at)
    {
        if (member.Id != MemberId)
            throw new RuleBrokenException("Only the person it is about can appeal.");
        if (Appeal is not null)
            throw new RuleBrokenException("You appealed already. Each decision can be looked at again once.");
        if (words.Length == 0)
            throw new RuleBrokenException("Say what should be seen differently.");
        Appeal = new(words, at);
        Raise(new HubAppealed(HubId, Id));
    }

    /// <summary>Somebody else than who decided or who it is about: a steward of the parent hub, or an editor of the site.</summary>
    /// <param name="parent">With its roles; null when the hub stands by itself.</param>
    public bool CanBeAnsweredBy(Member member, Hub? parent, DateTimeOffset now) =>
        member.IsActive && member.Id != ById && member.Id != MemberId && (member.IsEditor || parent?.IsStewardedBy(member, now) == true);

    /// <param name="membership">What the decision was about, when that is a membership.</param>
    /// <param name="share">The same, when it is a story.</param>
    public void AnswerBy(Member member, Hub? parent, bool overturn, string reason, HubMembership? membership, HubShare? share, DateTimeOffset at)
    {
        if (!CanBeAnsweredBy(member, parent, at))
            throw new RuleBrokenException("An appeal is answered by somebody else: a steward of the wider hub or an editor.");
        if (!AwaitsAnswer)
            throw new RuleBrokenException("There is no open appeal here.");
        if (reason.Length == 0)
            throw new RuleBrokenException("Say why. The person will read it.");
        Answer = new(member.Id, overturn, reason, at);
        if (overturn)
        {
            // Who has joined again by themselves meanwhile stays as they are.
            if (membership is { IsJoined: false })
                membership.TakeBack();
            share?.PutBack();
        }
        Raise(new HubAppealAnswered(HubId, Id));
    }

    /// <summary>The person left the site; what they wrote goes with them.</summary>
    public void ForgetWords()
    {
        if (Appeal is not null)
            Appeal = Appeal with { Words = "" };
    }

    /// <summary>The hub merged into another, where its decisions can still be read and appealed.</summary>
    public void MoveTo(Guid hubId) => HubId = hubId;

    static Citing Checked(Citing cited) => cited.AgreementId is not null && cited.Point > 0
        ? cited
        : throw new RuleBrokenException("Say which sentence of the agreement was not kept.");
}

/// <param name="Point">From 1; 0 cites nothing.</param>
public sealed record Citing(Guid? AgreementId, int Point);

public sealed record Appeal(string Words, DateTimeOffset At);

public sealed record AppealAnswer(Guid ById, bool Overturned, string Reason, DateTimeOffset At);

public enum HubAct
{
    DeclinedJoin,
    DeclinedStory,
    RemovedStory,
    RemovedMember,
    BannedMember,
}
