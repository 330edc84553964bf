namespace HealthDoers.Web.Live;

/// <summary>What one node says to the others of a room. All of it may be lost; none of it is kept.</summary>
public sealed record LiveWord(Guid Room, LiveWordKind Kind, string[] Handles, long Seq = 0);

public enum LiveWordKind
{
    /// <summary>Who of these is there to be seen, say so.</summary>
    WhoIsHere,
    Here,
    Gone,
    Typing,

    /// <summary>They have read up to <see cref="LiveWord.Seq"/> and let others see it.</summary>
    Read,
}
