using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Rooms;

static class MessagePreview
{
    /// <summary>A message as it will be shown; of one that is too long, its beginning.</summary>
    public static string Of(string? body)
    {
        var clean = CleanText.Lines(body);
        return SafeMarkdown.ToHtml(clean.Length > Posting.BodyLimit ? clean[..Posting.BodyLimit] : clean, keepBreaks: true);
    }
}
