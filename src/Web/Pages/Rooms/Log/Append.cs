using HealthDoers.Domain.Rooms;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>One message on its way into the log, and who waits for its answer.</summary>
sealed class Append(string room, Guid authorId, Posting posting)
{
    readonly TaskCompletionSource<Appended> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Room => room;
    public Guid AuthorId => authorId;
    public Posting Posting => posting;
    public Task<Appended> Answer => _answer.Task;

    public void Fail(Exception why) => _answer.TrySetException(why);

    public void Acknowledge(Appended answer) => _answer.TrySetResult(answer);
}

/// <summary>What became of an append.</summary>
/// <param name="Item">Null unless the message is in the log.</param>
/// <param name="Refusal">The sentence of the rule that was broken.</param>
public readonly record struct Appended(AppendOutcome Outcome, MessageItem? Item = null, string? Refusal = null);

public enum AppendOutcome
{
    /// <summary>No such room for this author.</summary>
    NotFound,
    Posted,

    /// <summary>It was posted before, with the same client id.</summary>
    AlreadyPosted,

    /// <summary>The client id belongs to another message of this author.</summary>
    Clash,
    Refused,
}
