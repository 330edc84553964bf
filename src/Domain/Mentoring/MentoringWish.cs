using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Mentoring;

/// <summary>What one member offers to others, or asks of them. Everybody has one of each at most.</summary>
public sealed class MentoringWish : Entity
{
    public const int MostPlaces = 20;

    MentoringWish() { }

    public MentoringWish(Member member, WishKind kind, MentoringTerms terms, DateTimeOffset at)
    {
        MemberId = member.Id;
        Member = member;
        Kind = kind;
        Terms = terms;
        OpenedAt = at;
        CheckMayTakePart(member);
    }

    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public WishKind Kind { get; private set; }
    public MentoringTerms Terms { get; private set; } = new();

    /// <summary>Of an offer: with one person, or with several who learn from each other, too.</summary>
    public MentoringForm Form { get; private set; }

    /// <summary>Of an offer: how many people at a time.</summary>
    public int Places { get; private set; } = 1;

    /// <summary>The community for which it is said, or null: then it is from person to person.</summary>
    public Guid? ListingId { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Not looking now; what was said stays for another time.</summary>
    public DateTimeOffset? RestsSince { get; private set; }

    public bool IsOpen => RestsSince is null;

    public void Say(MentoringTerms terms, MentoringForm form, int places, Guid? listingId, Member by, DateTimeOffset at)
    {
        CheckMayTakePart(by);
        if (Kind == WishKind.Offer && places is < 1 or > MostPlaces)
            throw new RuleBrokenException("Offer between 1 and 20 places.");
        if (RestsSince is not null)
            (RestsSince, OpenedAt) = (null, at);
        (Terms, Form, Places, ListingId) = (terms, Kind == WishKind.Offer ? form : MentoringForm.OneToOne, Kind == WishKind.Offer ? places : 1, listingId);
    }

    public void Rest(DateTimeOffset at) => RestsSince ??= at;

    static void CheckMayTakePart(Member member)
    {
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot take part in mentoring for now.");
    }
}

public enum WishKind
{
    Offer,
    Ask,
}

public enum MentoringForm
{
    OneToOne,
    Group,
}

/// <summary>Somebody does not want to be matched with somebody else. Only they know of it.</summary>
public sealed class MentoringPass
{
    MentoringPass() { }

    public MentoringPass(Guid byId, Guid otherId, DateTimeOffset at) => (ById, OtherId, At) = (byId, otherId, at);

    public Guid ById { get; private set; }
    public Guid OtherId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
