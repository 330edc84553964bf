using HealthDoers.Web.Data;

namespace HealthDoers.Web.Mail;

/// <summary>Says what letters of one kind say at the moment they are sent: the queue holds ids, and what somebody may no longer read is not in their mail.</summary>
interface ILetterSource
{
    string Kind { get; }

    /// <returns>Null when there is nothing to say any more; the letter is let go.</returns>
    Task<LetterContent?> ReadAsync(AppDb db, QueuedMail mail, CancellationToken cancellationToken);
}

/// <param name="Kind">Names the words around the values; a source may have several.</param>
sealed record LetterContent(string Kind, Dictionary<string, string> Values, IReadOnlyList<LetterPart> Parts)
{
    public LetterContent(string kind, Dictionary<string, string> values) : this(kind, values, []) { }

    public static LetterContent Of(QueuedMail mail) => new(mail.Kind, mail.Values);
}

/// <summary>A list with its heading; it stands where the words say <c>{Parts}</c>.</summary>
sealed record LetterPart(string Heading, IReadOnlyList<LetterItem> Items);

/// <param name="Why">Beneath it: the reason it is told.</param>
sealed record LetterItem(string Says, string Why, string Url);
