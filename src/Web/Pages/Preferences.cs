using System.Globalization;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.AspNetCore.Localization;

namespace HealthDoers.Web.Pages;

/// <summary>Two choices that a browser keeps: the language and whether the page is light or dark.</summary>
static class Preferences
{
    public const string Language = "language";
    public const string Theme = "theme";

    public static void MapPreferences(this WebApplication app)
    {
        app.MapGet("/language/{language}", async (string language, string? returnUrl, HttpContext http, CurrentMember me, AppDb db) =>
        {
            if (!PagesSetup.Languages.Any(known => known.Name == language))
                return Results.NotFound();
            Choose(http, language);
            if (await me.GetAsync(http.RequestAborted) is { } member)
            {
                // Mail that is written for them later speaks it too.
                member.Read(language);
                await db.SaveChangesAsync(http.RequestAborted);
            }
            return Back(returnUrl);
        }).AllowAnonymous();

        app.MapGet("/theme/{theme:regex(^(light|dark|auto)$)}", (string theme, string? returnUrl, HttpContext http) =>
        {
            if (theme == "auto")
                http.Response.Cookies.Delete(Theme);
            else
                http.Response.Cookies.Append(Theme, theme, Kept(http));
            return Back(returnUrl);
        }).AllowAnonymous();
    }

    public static void Choose(HttpContext http, string language) => http.Response.Cookies.Append(Language,
        CookieRequestCultureProvider.MakeCookieValue(new(CultureInfo.GetCultureInfo(language))), Kept(http));

    /// <summary>A page of this site, or the home page when the address given is anything else.</summary>
    public static string Local(string? returnUrl) => SafeAddress.IsOwn(returnUrl) && returnUrl![0] == '/' ? returnUrl : "/";

    static SeeOther Back(string? returnUrl) => new SeeOther(Local(returnUrl));

    static CookieOptions Kept(HttpContext http) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
