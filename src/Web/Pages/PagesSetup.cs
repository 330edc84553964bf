using System.Globalization;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Pages.Stories.Cards;
using HealthDoers.Web.Pages.Stories.Feeds;
using Microsoft.AspNetCore.Localization;

namespace HealthDoers.Web.Pages;

static class PagesSetup
{
    public static readonly CultureInfo[] Languages = [new("en"), new("es")];

    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.AllowPublicPages();
            pages.Conventions.AddPageRoute("/About/Text", "/{slug:regex(^(help|privacy)$)}");
        }).AddViewLocalization().AddDataAnnotationsLocalization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PlainWords>().AddSingleton<TopicList>().AddSingleton<StoryCounts>().AddSingleton<SolutionWords>();
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.Configure<RequestLocalizationOptions>(languages =>
        {
            languages.DefaultRequestCulture = new("en");
            languages.SupportedCultures = languages.SupportedUICultures = Languages;
            languages.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "language" }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapStoryFeeds();
        app.MapStoryCards();
        app.MapSitemap();
        return app;
    }
}
