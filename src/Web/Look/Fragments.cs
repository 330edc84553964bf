using System.Collections.Concurrent;
using System.Globalization;

namespace HealthDoers.Web.Look;

/// <summary>
/// Parts of a page that are drawn from one thing that was read, each drawn once a language. They live and die with that
/// thing: whoever forgets it forgets them. So nothing may be in them that is of one visitor, or of one moment.
/// </summary>
public sealed class Fragments
{
    readonly ConcurrentDictionary<(string Place, string? Viewer, string Language), string> drawn = [];

    /// <param name="place">Where in the page it stands.</param>
    /// <param name="viewer">For which kind of viewer it is drawn; null where that makes no difference.</param>
    public async ValueTask<string> GetAsync(string place, string? viewer, Func<Task<string>> draw)
    {
        var key = (place, viewer, CultureInfo.CurrentUICulture.Name);
        return drawn.TryGetValue(key, out var html) ? html : drawn[key] = await draw();
    }
}
