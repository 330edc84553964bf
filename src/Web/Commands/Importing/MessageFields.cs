using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>A message as a line gives it.</summary>
sealed class MessageFields
{
    public const int ExternalIdLimit = 200;

    readonly Fields _fields;

    /// <exception cref="BadLineException">Something it needs is missing, or it says too much.</exception>
    public MessageFields(Fields fields, DateTimeOffset now, Action<string> warn)
    {
        _fields = fields;
        ExternalId = Line("externalId") is { Length: > 0 } id ? Within(id, "externalId", ExternalIdLimit)
            : throw new BadLineException("has no externalId, by which a later import would know it again");
        Author = Cut("author", Member.NameLimit - ImportedAuthors.NameEnding.Length, warn) is { Length: > 0 } author ? author
            : throw new BadLineException("has no author");
        At = Moment(now);
        Room = Line("room");
        ReplyTo = Line("replyTo") is { Length: > 0 } replyTo ? replyTo : null;
        Posting = new(Guid.CreateVersion7(), fields.Text("text") ?? "", Cut("topic", Posting.TopicLimit, warn));
        if (Posting.BodyFault is { } fault)
            throw fault == BodyFault.Empty ? new BadLineException("has no text") : TooLong("text", Posting.BodyLimit);
    }

    public string ExternalId { get; }
    public string Author { get; }
    public DateTimeOffset At { get; }

    /// <summary>The slug that the line itself gives, as an export does; else empty.</summary>
    public string Room { get; }

    /// <summary>The externalId of the message it answers.</summary>
    public string? ReplyTo { get; }
    public Posting Posting { get; }

    DateTimeOffset Moment(DateTimeOffset now)
    {
        var given = Line("at");
        // A year first, or the day and the month could be taken for each other.
        if (given.Length < 10 || given[4] != '-' || !DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new BadLineException("has no at that is a date and a time, such as 2024-05-01T09:30:00Z");
        return at <= now ? at : throw new BadLineException("has an at that lies ahead");
    }

    string Cut(string name, int limit, Action<string> warn)
    {
        var text = Line(name);
        if (text.Length <= limit)
            return text;
        warn($"has a {name} longer than {limit} characters, so its end is cut off");
        return CleanText.Line(text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)]);
    }

    string Line(string name) => CleanText.Line(_fields.Text(name));

    static string Within(string text, string name, int limit) => text.Length <= limit ? text : throw TooLong(name, limit);

    static BadLineException TooLong(string name, int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"has a {name} longer than {limit:N0} characters"));
}
