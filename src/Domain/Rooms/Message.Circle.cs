using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Message
{
    /// <summary>A circle sits around it, which was loaded or not.</summary>
    public bool HasCircle { get; private set; }
    public Circle? Circle { get; private set; }

    /// <summary>Everything that happens in a circle is a change of its message.</summary>
    public void ActInCircle(Member member, CircleAct act, DateTimeOffset at)
    {
        CheckIsThere();
        Room.CheckTakesWordsOf(member);
        var circle = Circle ?? throw new RuleBrokenException("There is no circle around this message.");
        if (act is CircleAct.Begin or CircleAct.End && member.Id != AuthorId)
            Room.CheckModeratedBy(member, at);
        var changed = true;
        switch (act)
        {
            case CircleAct.Join:
                changed = circle.Join(member);
                break;
            case CircleAct.Leave:
                changed = circle.Leave(member.Id, at);
                break;
            case CircleAct.Begin:
                circle.Begin(at);
                break;
            case CircleAct.Done or CircleAct.Pass:
                circle.FinishTurn(member, act == CircleAct.Pass, at);
                break;
            case CircleAct.End:
                circle.End(at);
                break;
        }
        if (changed)
            Rev = Room.NextRevFor(this);
    }

    /// <summary>The turn ends by the clock.</summary>
    public void EndTurnAt(DateTimeOffset at)
    {
        if (Deletion is null && Circle?.TimeIsUp(at) == true)
            Rev = Room.NextRevFor(this);
    }

    void SitAround(CircleAsk ask, Member author)
    {
        if (ask.IsFaulty)
            throw new RuleBrokenException("A circle has one to three rounds with turns of one to five minutes.");
        (Circle, HasCircle) = (new(this, ask), true);
        Circle.Join(author);
    }
}
