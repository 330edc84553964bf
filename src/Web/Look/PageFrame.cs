using System.Globalization;

namespace HealthDoers.Web.Look;

/// <summary>What a page tells the layout about itself. One per request; pages reach it as <c>Frame</c>.</summary>
public sealed class PageFrame(IHttpContextAccessor accessor)
{
    /// <summary>Parts of the frame that stay the same as long as the program runs.</summary>
    public static Fragments Lasting { get; } = new();

    readonly HttpContext http = accessor.HttpContext ?? throw new InvalidOperationException("A page frame needs a request.");

    /// <summary>The page's own title, without the site's name.</summary>
    public string? Title { get; set; }

    /// <summary>One sentence for search results and shared links.</summary>
    public string? Description { get; set; }

    /// <summary>The section that the dot on the horizon marks: a key of <see cref="Navigation"/>.</summary>
    public string? Section { get; set; }

    /// <summary>The lasting path of the page, when it differs from the one asked for.</summary>
    public string? Canonical { get; set; }

    /// <summary>The path of a picture for shared links.</summary>
    public string? Picture { get; set; }

    /// <summary><c>article</c> for stories, else <c>website</c>.</summary>
    public string Kind { get; set; } = "website";

    /// <summary>Set by pages whose title is in the serif, so that it is fetched early.</summary>
    public bool SerifTitle { get; set; }

    /// <summary>Keeps private and unfinished pages out of search engines.</summary>
    public bool Unlisted { get; set; }

    /// <summary>Feeds to announce, as (path, title, media type).</summary>
    public IList<(string Path, string Title, string Type)> Feeds { get; } = [];

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>For a <c>lang</c> attribute: the language of a text, or null where it is that of the page.</summary>
    public static string? IfOther(string? language) => language == Language ? null : language;

    public static string Direction => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary><c>light</c> or <c>dark</c> when the visitor chose one; otherwise the device decides.</summary>
    public string? Theme => http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null;

    /// <summary>Where the reader stands, for coming back after a change of language or theme.</summary>
    public string Here => http.Request.Path + http.Request.QueryString;

    /// <summary><see cref="Here"/> as a value of a query.</summary>
    public string ReturnUrl => field ??= Uri.EscapeDataString(Here);

    /// <summary>A path of this site as a full address; <c>Site:PublicUrl</c> wins over the request.</summary>
    public Uri Absolute(string path, IConfiguration settings) =>
        new(settings["Site:PublicUrl"] is { Length: > 0 } given ? new Uri(given) : Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host}", UriKind.Absolute, out var asked) ? asked : Nowhere, path);

    // Of a request whose Host header is no host.
    static readonly Uri Nowhere = new("http://localhost");

    /// <summary>The canonical path: without a query, which only narrows or orders a list.</summary>
    public string CanonicalPath => Canonical ?? http.Request.Path;
}
