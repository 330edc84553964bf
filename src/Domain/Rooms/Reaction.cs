using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed class Reaction
{
    Reaction() { }

    internal Reaction(Guid messageId, Member member, string name, DateTimeOffset at)
    {
        MessageId = messageId;
        MemberId = member.Id;
        Name = name;
        At = at;
    }

    public Guid MessageId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;

    /// <summary>One of <see cref="ReactionNames"/>.</summary>
    public string Name { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Few, and each says something: they are answers, not decoration.</summary>
public static class ReactionNames
{
    public static readonly IReadOnlyList<string> All = ["thanks", "agree", "us-too", "can-help", "tried-this", "tell-more"];

    public static bool Contains(string name) => All.Contains(name);
}
