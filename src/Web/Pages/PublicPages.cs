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
        "/Members/Index",
        "/Members/Profile",
        "/Development/Mail",
    ];

    public static readonly string[] Folders = ["/About", "/Glossary"];

    public static void AllowPublicPages(this PageConventionCollection conventions)
    {
        foreach (var page in Pages)
            conventions.AllowAnonymousToPage(page);
        foreach (var folder in Folders)
            conventions.AllowAnonymousToFolder(folder);
    }
}
