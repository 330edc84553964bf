using HealthDoers.Web.Pages.Rooms.Log;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>A message as a copy of the talk gives it.</summary>
/// <param name="ExternalId">What the place it was brought from calls it, else its own id.</param>
/// <param name="Author">Null when they have left and were erased.</param>
/// <param name="ReplyTo">The external id of what it answers; null also when that was deleted.</param>
sealed record TalkLine(long Seq, string ExternalId, DateTimeOffset At, MessageAuthor? Author, string Topic, string Text, long? ReplyToSeq, string? ReplyTo,
    DateTimeOffset? EditedAt, ItemMark? Mark, bool Pinned);
