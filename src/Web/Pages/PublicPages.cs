using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages;

/// <summary>The list of pages that need no sign-in. Everything else does.</summary>
static class PublicPages
{
    public static readonly string[] Pages =
    [
        "/Index",
        "/Stories/Index",
        "/Stories/Story",
        "/Stories/Writing/History",
        "/Search/Index",
        "/Error",
        "/Account/Register",
        "/Account/Sent",
        "/Account/Confirm",
        "/Account/Login",
        "/Account/Forgot",
        "/Account/Reset",
        "/Account/First",
        "/Account/EmailConfirm",
        "/Hubs/Index",
        "/Hubs/Hub",
        "/Hubs/Stories",
        "/Hubs/Members",
        "/Hubs/Agreement",
        "/Communities/Index",
        "/Communities/Profile",
        "/Communities/Writing/History",
        "/Resources/Index",
        "/Members/Index",
        "/Members/Profile",
        "/Development/Mail",
    ];

    public static readonly string[] Folders = ["/About", "/Glossary", "/Map", "/Rooms"];

    /// <summary>Endpoints outside Razor Pages, by route. Each says AllowAnonymous itself; a test compares.</summary>
    public static readonly string[] Endpoints =
    [
        "/health/live",
        "/health/ready",
        "/files/{hash}",
        "/api/search",
        "/api/map/features",
        "/api/places",
        "/api/places/within",
        "/map/download.csv",
        "/map/download.geojson",
        "/oembed",
        "/live",
        "/live/negotiate",
        "/openapi/{documentName}.json",
        "/robots.txt",
        "/sitemap.xml",
        "/stories/feed.xml",
        "/stories/feed.json",
        "/stories/{slug}/card.png",
        "/hubs/{slug}/feed.xml",
        "/hubs/{slug}/feed.json",
        "/rooms/{slug}/messages",
        "/language/{language}",
        "/theme/{theme:regex(^(light|dark|auto)$)}",
    ];

    public static void AllowPublicPages(this PageConventionCollection conventions)
    {
        foreach (var page in Pages)
            conventions.AllowAnonymousToPage(page);
        foreach (var folder in Folders)
            conventions.AllowAnonymousToFolder(folder);
    }
}
