using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Message
{
    /// <summary>What it is for the room's registers: a decision, an action, a prediction or something learned.</summary>
    public MessageMark? Mark { get; private set; }

    /// <summary>It stays at hand at the top of the room.</summary>
    public Pin? Pin { get; private set; }

    /// <summary>Whoever writes here may say what a message is. Saying the same twice changes nothing.</summary>
    /// <param name="owner">Who does it, for an action; whoever marks it unless somebody else is given.</param>
    public void MarkBy(Member member, MarkKind kind, Member? owner, DateOnly? due, DateTimeOffset at)
    {
        CheckCanBeWorkedOnBy(member);
        var doer = kind == MarkKind.Action ? owner ?? member : null;
        if (doer is not null && !Room.TakesWordsOf(doer))
            throw new RuleBrokenException("Give the action to somebody who takes part in this room.");
        if (Mark is { } mark && mark.Kind == kind && mark.OwnerId == doer?.Id && mark.Due == due)
            return;
        Mark ??= new(this);
        Mark.Say(kind, member, doer, due, at);
        Rev = Room.NextRevFor(this);
        if (doer is not null && doer.Id != member.Id)
            Room.Tell(new ActionGiven(RoomId, Id));
    }

    public void UnmarkBy(Member member)
    {
        CheckCanBeWorkedOnBy(member);
        if (Mark is null)
            return;
        Mark = null;
        Rev = Room.NextRevFor(this);
    }

    /// <param name="done">False takes it up again.</param>
    public void FinishBy(Member member, bool done, DateTimeOffset at)
    {
        CheckCanBeWorkedOnBy(member);
        if (Mark is not { Kind: MarkKind.Action })
            throw new RuleBrokenException("This message is not an action.");
        if (Mark.DoneAt is not null == done)
            return;
        Mark.Finish(done ? at : null);
        Rev = Room.NextRevFor(this);
    }

    /// <summary>Whoever took the action on is told that it is due, once for each day that was agreed.</summary>
    public void RemindOwner(DateTimeOffset at)
    {
        if (Mark is not { Kind: MarkKind.Action, DoneAt: null, RemindedAt: null, OwnerId: not null })
            return;
        Mark.Remind(at);
        Room.Tell(new ActionDue(RoomId, Id));
    }

    /// <summary>In an open room its stewards and editors pin; elsewhere everybody who takes part.</summary>
    public void PinBy(Member member, bool on, DateTimeOffset at)
    {
        CheckCanBeWorkedOnBy(member);
        if (Room.Audience == RoomAudience.Open)
            Room.CheckModeratedBy(member, at);
        if (on == Pin is not null)
            return;
        Pin = on ? new(member.Id, at) : null;
        Rev = Room.NextRevFor(this);
    }

    /// <summary>To another topic, by its author or somebody who looks after the room.</summary>
    public void MoveTo(string topic, Member by, DateTimeOffset at)
    {
        CheckIsThere();
        if (by.Id != AuthorId)
            Room.CheckModeratedBy(by, at);
        else
            Room.CheckTakesWordsOf(by);
        topic = CleanText.Line(topic);
        if (topic.Length > Posting.TopicLimit)
            throw new RuleBrokenException("A topic has room for 120 characters.");
        if (topic == Topic)
            return;
        Topic = topic;
        Rev = Room.NextRevFor(this);
    }

    /// <summary>Its topic has another name; who may rename one was asked before.</summary>
    public void GoUnder(string topic)
    {
        Topic = topic;
        Rev = Room.NextRevFor(this);
    }

    void CheckCanBeWorkedOnBy(Member member)
    {
        CheckIsThere();
        Room.CheckTakesWordsOf(member);
    }
}

public sealed record Pin(Guid ById, DateTimeOffset At);
