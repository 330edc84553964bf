using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Message
{
    /// <summary>How long the words of a deleted message stay for those who look after the room.</summary>
    public static readonly TimeSpan DeletedWordsStay = TimeSpan.FromDays(30);

    readonly List<MessageVersion> _versions = [];

    /// <summary>Those that were loaded, or made since.</summary>
    public IReadOnlyList<MessageVersion> Versions => _versions;

    /// <summary>
    /// Whoever reads a message may see what it said before. Of a deleted one only its author may and those who look
    /// after the room, for a while, so that an abuse cannot be wiped away by who did it.
    /// </summary>
    public bool ShowsVersionsTo(Member viewer, DateTimeOffset now) =>
        Deletion is not { } deletion || now < deletion.At + DeletedWordsStay && (viewer.Id == AuthorId || Room.CanBeModeratedBy(viewer, now));

    /// <summary>An editor takes it down because somebody reported it, wherever it was said.</summary>
    public void TakeDownAfterReport(Member editor, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only its author, a steward of the room or an editor can delete a message.");
        Empty(editor.Id, at);
    }

    void KeepVersion(Guid replacedById, DateTimeOffset at) => _versions.Add(new(this, replacedById, at));
}
