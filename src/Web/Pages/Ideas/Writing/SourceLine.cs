using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>A source as people write it, on one line: what to look up, and its address at the end when it has one.</summary>
static class SourceLine
{
    public static IdeaSource Read(SourceKind kind, string line)
    {
        var text = CleanText.Line(line);
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return SafeAddress.IsWeb(last) ? new(kind, text[..^last.Length].TrimEnd(), last) : new(kind, text);
    }

    public static string Write(IdeaSource source) => $"{source.Reference} {source.Url}".Trim();
}
