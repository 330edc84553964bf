using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Gatherings;

/// <summary>People meet: in person, online or both, once or again and again.</summary>
public sealed partial class Gathering : Entity
{
    public const int ReasonLimit = 500;
    public const int OutcomeLimit = 4_000;
    public const int LinkLimit = 500;
    public const int MostHosts = 20;

    readonly List<GatheringLabel> _labels = [];
    readonly List<GatheringHost> _hosts = [];
    readonly List<GatheringChange> _changes = [];
    readonly List<Occurrence> _occurrences = [];

    Gathering() { }

    /// <param name="id">Chosen by the form, so that a button pressed twice announces one gathering.</param>
    public Gathering(GatheringContent content, Schedule schedule, string slug, Member host, DateTimeOffset at, Guid? id = null)
    {
        if (!host.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot announce a gathering for now.");
        Id = id ?? Id;
        Slug = slug;
        Origin = host.Origin;
        AnnouncedAt = ChangedAt = at;
        _hosts.Add(new(Id, host.Id, at));
        Schedule = schedule;
        Take(content);
        Raise(new GatheringAnnounced(Id));
    }

    public string Slug { get; private set; } = "";
    public GatheringContent Content { get; private set; } = new();
    public Schedule Schedule { get; private set; } = null!;

    /// <summary>The address of the meeting online: only for its hosts and those who come.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Where it is in person, as exactly as its hosts chose.</summary>
    public Place? Place { get; private set; }

    // What lists sort by and queries ask, kept beside the content.
    public string Title { get; private set; } = "";
    public GatheringFormat Format { get; private set; }
    public string Zone { get; private set; } = "";

    /// <summary>A meeting of its hosts: nobody else sees it, editors neither.</summary>
    public bool IsOfHostsOnly { get; private set; }

    public Guid? HubId { get; private set; }

    /// <summary>The community, initiative or partner that holds it.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>Where those who come talk, before and after.</summary>
    public Guid? RoomId { get; private set; }
    public Origin Origin { get; private set; }

    /// <summary>What it is called where it was brought in from.</summary>
    public string? ExternalId { get; private set; }
    public DateTimeOffset AnnouncedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Cancellation? Cancellation { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public Hiding? Hiding { get; private set; }

    /// <summary>Grows with every change; whoever edits an older one is shown both. Calendars read it as the sequence.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<GatheringLabel> Labels => _labels;
    public IReadOnlyList<GatheringHost> Hosts => _hosts;
    public IReadOnlyList<GatheringChange> Changes => _changes;

    /// <summary>The times planned so far; a series without end is planned ahead for a while.</summary>
    public IReadOnlyList<Occurrence> Occurrences => _occurrences;

    public bool IsSeries => Schedule.Repeats is not null;

    public bool IsHostedBy(Member member) => member.IsActive && _hosts.Exists(h => h.MemberId == member.Id);

    public bool CanBeEditedBy(Member member) => IsHostedBy(member) || (member.IsEditor && member.IsActive && !IsOfHostsOnly);

    /// <summary>From when it is announced, it is for these members and the host alone; each of them is a host.</summary>
    public void KeepAmong(IReadOnlyCollection<Guid> others, DateTimeOffset at)
    {
        if (_hosts.Count + others.Count > MostHosts)
            throw new RuleBrokenException("A gathering has room for 20 hosts.");
        IsOfHostsOnly = true;
        foreach (var other in others.Where(o => !_hosts.Exists(h => h.MemberId == o)))
        {
            _hosts.Add(new(Id, other, at));
            Raise(new HostAdded(Id, other));
        }
    }

    public void BelongTo(Guid? hubId, Guid? listingId, Guid? roomId)
    {
        if ((HubId, ListingId, RoomId) == (hubId, listingId, roomId))
            return;
        (HubId, ListingId, RoomId) = (hubId, listingId, roomId);
        Raise(new GatheringChanged(Id));
    }

    /// <summary>A steward took it out of the hub.</summary>
    public void LeaveHub()
    {
        HubId = null;
        Raise(new GatheringChanged(Id));
    }

    public void CameFrom(string externalId) => ExternalId = externalId;

    /// <summary>Where it is when it is announced; later, an edit says so.</summary>
    public void PutAt(Place? place, string link) => (Place, Link) = (place, link);

    /// <param name="clock">Of the zone of the new schedule.</param>
    /// <param name="seenVersion">The version the editor of this change began with.</param>
    /// <exception cref="StaleEditException">Somebody else changed it meanwhile.</exception>
    public void Edit(GatheringPlan plan, Member by, int seenVersion, LocalClock clock, DateTimeOffset now)
    {
        CheckEditedBy(by);
        if (seenVersion != Version)
            throw new StaleEditException(Version);
        if (Cancellation is not null)
            throw new RuleBrokenException("This gathering is cancelled, so it cannot be changed.");
        var parts = PartsChangedBy(plan);
        if (parts.Count == 0)
            return;
        var before = Schedule;
        var change = new GatheringChange(Id, by.Id, parts, new(Content, Schedule), now);
        _changes.Add(change);
        (Link, Place, Schedule) = (plan.Link, plan.Place, plan.Schedule);
        Take(plan.Content);
        if (!before.SaysTheSameAs(Schedule))
            Replan(clock, now);
        foreach (var occurrence in _occurrences.Where(o => !o.IsOverAt(now)))
            occurrence.MoveUp(Content.Places);
        Touch(now);
        Raise(new GatheringEdited(Id, change.Id));
    }

    public void CancelBy(Member by, string reason, DateTimeOffset now)
    {
        CheckEditedBy(by);
        if (Cancellation is not null)
            return;
        CancelAll(by.Id, reason, now);
    }

    /// <summary>What it was planned for has ended, so what is to come of it is cancelled. It must hold its occurrences.</summary>
    /// <param name="byId">Who ended it; null when nobody is left who could be named.</param>
    public void EndWithItsPurpose(Guid? byId, string reason, DateTimeOffset now)
    {
        if (Cancellation is null && _occurrences.Exists(o => o.Cancellation is null && !o.IsOverAt(now)))
            CancelAll(byId, reason, now);
    }

    public void CancelOnce(Occurrence occurrence, Member by, string reason, DateTimeOffset now)
    {
        CheckEditedBy(by);
        CheckToCome(occurrence, now);
        occurrence.CancelBy(by.Id, reason, now);
        Touch(now);
    }

    /// <summary>This one time it begins at another.</summary>
    public void MoveOnce(Occurrence occurrence, DateTime start, Member by, LocalClock clock, DateTimeOffset now)
    {
        CheckEditedBy(by);
        CheckToCome(occurrence, now);
        if (clock(start) <= now)
            throw new RuleBrokenException("Choose a time that is still to come.");
        occurrence.MoveTo(start, clock(start), Schedule.Lasts);
        Touch(now);
    }

    public void TellOutcome(Occurrence occurrence, Member by, string words, DateTimeOffset now)
    {
        CheckEditedBy(by);
        if (occurrence.StartsAt > now)
            throw new RuleBrokenException("It has not begun yet. Come back afterwards and tell what came of it.");
        occurrence.Tell(words.Length == 0 ? null : new(by.Id, words, now));
        Raise(new GatheringChanged(Id));
    }

    /// <summary>Somebody who comes becomes a host.</summary>
    public void Welcome(Member host, Member by, DateTimeOffset now)
    {
        CheckEditedBy(by);
        if (_hosts.Exists(h => h.MemberId == host.Id))
            return;
        if (_hosts.Count >= MostHosts)
            throw new RuleBrokenException("A gathering has room for 20 hosts.");
        _hosts.Add(new(Id, host.Id, now));
        Raise(new HostAdded(Id, host.Id));
    }

    public void StepDown(Member host)
    {
        if (_hosts.Count == 1 && _hosts[0].MemberId == host.Id)
            throw new RuleBrokenException("You are the only host. Make somebody else a host first, or cancel the gathering.");
        if (_hosts.RemoveAll(h => h.MemberId == host.Id) > 0)
            Raise(new GatheringChanged(Id));
    }

    /// <summary>A host was erased. Where nobody is left to open the door, what was to come is cancelled.</summary>
    public void Forget(Guid memberId, DateTimeOffset now)
    {
        _hosts.RemoveAll(h => h.MemberId == memberId);
        foreach (var change in _changes)
            change.Forget(memberId);
        foreach (var occurrence in _occurrences)
            occurrence.ForgetHost(memberId);
        if (Cancellation?.ById == memberId)
            Cancellation = Cancellation with { ById = null };
        if (_hosts.Count == 0 && Cancellation is null && _occurrences.Exists(o => !o.IsOverAt(now)))
            CancelAll(null, "", now);
        else
            Raise(new GatheringChanged(Id));
    }

    public void HideBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can hide a gathering.");
        Hiding = new(editor.Id, reason, at);
        Raise(new GatheringChanged(Id));
    }

    public void ShowBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can show a hidden gathering again.");
        Hiding = null;
        Raise(new GatheringChanged(Id));
    }

    void CancelAll(Guid? byId, string reason, DateTimeOffset now)
    {
        Cancellation = new(byId, reason, now);
        Touch(now);
        Raise(new GatheringCancelled(Id));
    }

    void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        Version++;
    }

    void CheckEditedBy(Member by)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its hosts or an editor can change this gathering.");
    }

    void CheckToCome(Occurrence occurrence, DateTimeOffset now)
    {
        if (Cancellation is not null || occurrence.Cancellation is not null)
            throw new RuleBrokenException("This gathering is cancelled, so it cannot be changed.");
        if (occurrence.IsOverAt(now))
            throw new RuleBrokenException("This gathering is over, so it cannot be changed.");
    }

    void Take(GatheringContent content)
    {
        (Content, Title, Format, Zone) = (content, content.Title, content.Format, Schedule.Zone);
        var wanted = content.Topics.Select(t => (GatheringLabelKind.Topic, t)).Concat(content.Spoken.Select(l => (GatheringLabelKind.Language, l))).Distinct().ToList();
        _labels.RemoveAll(l => !wanted.Contains((l.Kind, l.Value)));
        _labels.AddRange(wanted.Except(_labels.Select(l => (l.Kind, l.Value))).Select(l => new GatheringLabel(Id, l.Item1, l.Item2)));
    }
}

/// <summary>All that an edit of a gathering says.</summary>
public sealed record GatheringPlan(GatheringContent Content, Schedule Schedule, Place? Place, string Link);
