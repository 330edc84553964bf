using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>What a copy says of itself before the talk begins, and how it names people, times and marks.</summary>
/// <param name="Topic">Null for the whole room, empty for what was said without a topic.</param>
/// <param name="Site">The address of the site, without a slash at the end.</param>
sealed record TalkCopy(string Slug, RoomWords Words, string? Topic, string Site, DateTimeOffset At, IStringLocalizer<ExportText> Text)
{
    public string Address => Site + (Topic is null ? RoomAddress.Of(Slug) : RoomAddress.OfTopic(Slug, Topic));

    public string Title => Topic is null ? Words.Name : $"{Words.Name}: {(Topic.Length == 0 ? Text["NoTopic"] : Topic)}";

    public string Said => Text["CopiedOn", Moment(At), Address];

    /// <summary>The address of one message.</summary>
    public string AddressOf(long seq) => Site + RoomAddress.OfMessage(Slug, seq);

    public string NameOf(TalkLine line) => NameOf(line.Author);

    /// <summary>"answers Ana", where what it answers is still there.</summary>
    public string? Answers(TalkLine line, IReadOnlyDictionary<long, MessageAuthor?> before) =>
        line.ReplyToSeq is { } seq && before.TryGetValue(seq, out var author) ? Text["Answers", NameOf(author)].Value : null;

    /// <summary>"Action, Ana, by 3 December 2026", or null.</summary>
    public string? MarkOf(TalkLine line)
    {
        if (line.Mark is not { } mark)
            return null;
        List<string> says = [Text[$"Mark_{mark.Kind}"]];
        if (mark.Kind == ItemMark.NameOf(MarkKind.Action))
            says.Add(NameOf(mark.Owner));
        if (mark.Due is { } due)
            says.Add(Text["By", due.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]);
        if (mark.Done)
            says.Add(Text["Done"]);
        return string.Join(", ", says);
    }

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    string NameOf(MessageAuthor? author) => author?.Name ?? Text["AMember"];
}
