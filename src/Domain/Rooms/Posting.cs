using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Rooms;

/// <summary>What somebody wants to say, cleaned, before a room has given it its place.</summary>
/// <param name="ClientId">Made by the sender; posting the same again changes nothing.</param>
/// <param name="Poll">Answers to choose from; the body is then the question.</param>
/// <param name="Circle">A circle that sits around it; the body says what it is about.</param>
public sealed record Posting(Guid ClientId, string Body, string Topic = "", long? ReplyToSeq = null, PollAsk? Poll = null, CircleAsk? Circle = null)
{
    /// <summary>In characters, line breaks counted as one.</summary>
    public const int BodyLimit = 10_000;
    public const int TopicLimit = 120;

    public string Body { get; } = CleanText.Lines(Body);
    public string Topic { get; } = CleanText.Line(Topic);

    public IReadOnlyList<PostedFile> Files { get; init; } = [];

    public BodyFault? BodyFault => FaultIn(Body);
    public bool TopicIsTooLong => Topic.Length > TopicLimit;

    internal static BodyFault? FaultIn(string body) => body.Length switch
    {
        0 => Rooms.BodyFault.Empty,
        > BodyLimit => Rooms.BodyFault.TooLong,
        _ => null,
    };

    /// <exception cref="RuleBrokenException">Too many, or one that nobody described.</exception>
    internal IReadOnlyList<PostedFile> CheckedFiles()
    {
        if (Files.Count > PostedFile.MostInAMessage)
            throw new RuleBrokenException("A message takes six files. Send the others with the next one.");
        if (Files.Any(f => CleanText.IsBlank(f.Description)))
            throw new RuleBrokenException("Say what each picture or file shows.");
        return Files;
    }

    /// <exception cref="RuleBrokenException">Nothing to read in it, or too much.</exception>
    internal static string Checked(string body) => FaultIn(body) switch
    {
        Rooms.BodyFault.Empty => throw new RuleBrokenException("Write something first."),
        Rooms.BodyFault.TooLong => throw new RuleBrokenException("A message has room for 10,000 characters. Shorten it or send it in parts."),
        _ => body,
    };
}

public enum BodyFault
{
    Empty,
    TooLong,
}
