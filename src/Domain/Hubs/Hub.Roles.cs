using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Hubs;

public sealed partial class Hub
{
    /// <param name="by">Null when the hub is founded.</param>
    public HubRole Open(Dictionary<string, HubRoleWords> words, bool stewards, Member? by, DateTimeOffset now)
    {
        if (by is not null)
            CheckModeratedBy(by, now);
        var role = new HubRole(Id, words, stewards, _roles.Count + 1);
        _roles.Add(role);
        Raise(new HubChanged(Id));
        return role;
    }

    public void Reword(HubRole role, string language, HubRoleWords words, Member by, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        role.Say(language, words);
        Raise(new HubChanged(Id));
    }

    /// <summary>Whoever holds it now hands over; the role itself stays.</summary>
    public HubTerm Give(HubRole role, HubMembership to, DateTimeOffset from, DateTimeOffset? until, Member by, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        if (role.TermAt(now) is { } present)
            End(present, by, now);
        return Begin(role, to, from, until);
    }

    /// <summary>For the founder of a new hub, and for a successor whose time has come.</summary>
    public HubTerm Begin(HubRole role, HubMembership to, DateTimeOffset from, DateTimeOffset? until)
    {
        if (to.HubId != Id || !to.IsJoined)
            throw new RuleBrokenException("Only a member of this hub can take a role in it.");
        if (until <= from)
            throw new RuleBrokenException("The last day must come after the first.");
        var term = role.Begin(to.MemberId, from, until);
        Raise(new HubRoleGiven(Id, term.Id));
        return term;
    }

    /// <summary>By a steward, or by the one who holds it.</summary>
    public void End(HubTerm term, Member by, DateTimeOffset now)
    {
        if (term.MemberId != by.Id)
            CheckModeratedBy(by, now);
        if (!term.End(now))
            return;
        Raise(new HubRoleEnded(Id, term.Id));
    }

    public void NameSuccessor(HubTerm term, HubMembership? successor, Member by, DateTimeOffset now)
    {
        if (term.MemberId != by.Id)
            CheckModeratedBy(by, now);
        if (successor is not null && (successor.HubId != Id || !successor.IsJoined))
            throw new RuleBrokenException("Only a member of this hub can take a role in it.");
        if (successor is not null && successor.MemberId == term.MemberId)
            throw new RuleBrokenException("A successor is somebody else.");
        term.NameSuccessor(successor?.MemberId);
        Raise(new HubChanged(Id));
    }

    /// <summary>Ends what has run out; a successor who is still a member takes over for as long as the term was.</summary>
    public void PassOn(IReadOnlyDictionary<Guid, HubMembership> joined, DateTimeOffset now)
    {
        foreach (var role in _roles)
        {
            if (role.Overdue(now) is not { } over)
                continue;
            over.End(now);
            Raise(new HubRoleEnded(Id, over.Id));
            if (over.SuccessorId is { } next && joined.GetValueOrDefault(next) is { } successor)
                Begin(role, successor, now, now + (over.Until!.Value - over.From));
        }
    }

    /// <summary>Somebody left the hub, and their roles stand vacant.</summary>
    public void Vacate(Guid memberId, DateTimeOffset now)
    {
        foreach (var term in _roles.SelectMany(r => r.Terms))
        {
            if (term.SuccessorId == memberId)
                term.NameSuccessor(null);
            if (term.MemberId == memberId && term.End(now))
                Raise(new HubRoleEnded(Id, term.Id));
        }
    }
}
