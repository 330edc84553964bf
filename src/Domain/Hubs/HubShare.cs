using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Hubs;

/// <summary>A story that somebody brought into a hub, or that the hub's stewards took out of it.</summary>
public sealed class HubShare : Entity
{
    HubShare() { }

    HubShare(Guid hubId, Guid storyId, Guid byId, ShareState state, DateTimeOffset at)
    {
        HubId = hubId;
        StoryId = storyId;
        ById = byId;
        State = state;
        At = at;
    }

    public Guid HubId { get; private set; }
    public Guid StoryId { get; private set; }

    /// <summary>Who shared it; its author, where it belonged to the hub by itself.</summary>
    public Guid ById { get; private set; }
    public ShareState State { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <param name="isFirst">Whether this member never had a story shown here before.</param>
    public static HubShare Of(Story story, Hub hub, HubMembership by, Member member, bool isFirst, DateTimeOffset at)
    {
        if (!member.IsActive || !by.IsJoined || by.HubId != hub.Id || by.MemberId != member.Id)
            throw new RuleBrokenException("Join this hub first, then share stories into it.");
        if (!story.IsPublic)
            throw new RuleBrokenException("Only a story that everyone can read can be shared into a hub.");
        var waits = hub.Rules.ReviewsFirstShares && isFirst && !hub.CanBeModeratedBy(member, at);
        var share = new HubShare(hub.Id, story.Id, member.Id, waits ? ShareState.Waiting : ShareState.Shown, at);
        share.Raise(waits ? new HubShareWaits(hub.Id, share.Id) : new HubStoryShared(hub.Id, share.Id));
        return share;
    }

    /// <summary>Stands for a story that is in the hub by its topic or place, so that it can be taken out.</summary>
    public static HubShare Standing(Story story, Hub hub, DateTimeOffset at) => new(hub.Id, story.Id, story.AuthorId, ShareState.Shown, at);

    public void Show(Hub hub, Member by, DateTimeOffset at)
    {
        hub.CheckModeratedBy(by, at);
        if (State != ShareState.Waiting)
            throw new RuleBrokenException("Somebody decided on this story already.");
        State = ShareState.Shown;
        Raise(new HubStoryShared(HubId, Id));
    }

    internal void TakeOut()
    {
        if (State == ShareState.Removed)
            throw new RuleBrokenException("This story is not in the hub now.");
        State = ShareState.Removed;
    }

    internal void PutBack() => State = ShareState.Shown;

    /// <summary>The hub merged into another, where the story was not shared yet.</summary>
    public void MoveTo(Guid hubId) => HubId = hubId;
}

public enum ShareState
{
    Waiting,
    Shown,
    Removed,
}
