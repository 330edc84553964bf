using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages;

/// <summary>The list of pages that need no sign-in. Everything else does.</summary>
static class PublicPages
{
    public static readonly string[] Pages =
    [
        "/Index",
        "/Ideas/Index",
        "/Ideas/Idea",
        "/Ideas/Adapting/Adaptation",
        "/Ideas/Writing/History",
        "/Stories/Index",
        "/Stories/Story",
        "/Stories/Writing/History",
        "/Search/Index",
        "/Searches/End",
        "/LayWords/Index",
        "/Error",
        "/Account/Register",
        "/Account/Sent",
        "/Account/Confirm",
        "/Account/Login",
        "/Account/Forgot",
        "/Account/Reset",
        "/Account/First",
        "/Account/EmailConfirm",
        "/Communities/Index",
        "/Communities/Profile",
        "/Communities/Writing/History",
        "/Resources/Index",
        "/Rooms/Index",
        "/Rooms/Room",
        "/Mentoring/Index",
        "/Visits/Index",
        "/Visits/Offer",
        "/Hubs/Index",
        "/Hubs/Hub",
        "/Hubs/Stories",
        "/Hubs/Members",
        "/Hubs/Agreement",
        "/Gatherings/Index",
        "/Gatherings/Gathering",
        "/Teams/Index",
        "/Teams/Team",
        "/Members/Index",
        "/Members/Profile",
        "/Notifications/End",
        // While developing; elsewhere they have no address.
        "/Development/Mail",
        "/LookBook/Index",
    ];

    public static readonly string[] Folders = ["/About", "/Glossary", "/Map"];

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
        "/search/suggest",
        "/mail/end-now/{key}",
        "/searches/end-now/{key}",
        "/mail/inbound",
        "/push-worker.js",
        "/searches/feed/{key}",
        "/live",
        "/live/negotiate",
        "/openapi/{documentName}.json",
        "/robots.txt",
        "/sitemap.xml",
        "/ideas/feed.xml",
        "/ideas/feed.json",
        "/ideas/{slug}/card.png",
        "/ideas/{slug}/spread.csv",
        "/ideas/{slug}/spread.json",
        "/stories/feed.xml",
        "/stories/feed.json",
        "/stories/{slug}/card.png",
        "/hubs/{slug}/feed.xml",
        "/hubs/{slug}/feed.json",
        "/gatherings/calendar.ics",
        "/gatherings/{slug}/calendar.ics",
        "/calendars/{key}.ics",
        "/rooms/{slug}/messages",
        "/link-cards",
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
