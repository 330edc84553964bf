namespace HealthDoers.Web.Commands.Exporting;

/// <summary>The line of a message, in the fields that import reads. Null is left out.</summary>
sealed record ExportedMessage(string Room, string ExternalId, DateTimeOffset At, string Author, string? Topic, string Text, string? ReplyTo);
