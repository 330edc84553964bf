using System.Globalization;
using System.Text;

namespace HealthDoers.Web.Pages.Gatherings.Calendars;

/// <summary>Content lines of RFC 5545: ended by CRLF, folded so that none has more than 75 octets.</summary>
sealed class CalendarLines
{
    const int MostOctets = 75;

    readonly StringBuilder _text = new();

    /// <summary>A value that is already as the format wants it.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
    }

    /// <summary>A text, escaped; nothing when there is none.</summary>
    public void Text(string name, string text)
    {
        if (text.Length > 0)
            Add(name, text.ReplaceLineEndings("\n").Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n"));
    }

    public void Moment(string name, DateTimeOffset at) => Add(name, at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>A time on the wall of a zone.</summary>
    public void Local(string name, string zone, DateTime local) => Add($"{name};TZID={zone}", Local(local));

    public static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
