using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Message
{
    /// <summary>It asks with a poll, which was loaded or not.</summary>
    public bool HasPoll { get; private set; }
    public Poll? Poll { get; private set; }

    /// <summary>Every vote is a change of the message.</summary>
    /// <param name="ballot">See <see cref="Rooms.Poll.Take"/>.</param>
    public void VoteBy(Member member, IReadOnlyList<int> ballot)
    {
        CheckIsThere();
        Room.CheckTakesWordsOf(member);
        if (PollOrRefuse().Take(member, ballot))
            Rev = Room.NextRevFor(this);
    }

    /// <summary>By who asked, and by those who look after the room. The result stays.</summary>
    public void ClosePollBy(Member member, DateTimeOffset at)
    {
        CheckIsThere();
        if (member.Id != AuthorId)
            Room.CheckModeratedBy(member, at);
        var poll = PollOrRefuse();
        if (!poll.IsOpen)
            return;
        poll.Close(at);
        Rev = Room.NextRevFor(this);
    }

    internal void AskWith(PollAsk ask)
    {
        if (ask.Fault is not null)
            throw new RuleBrokenException("A poll has 2 to 10 different answers of at most 120 characters.");
        (Poll, HasPoll) = (new(this, ask), true);
    }

    Poll PollOrRefuse() => Poll ?? throw new RuleBrokenException("This message has no poll.");
}
