using System.Globalization;
using HealthDoers.Web.Pages.Stories.Writing;
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
            pages.Conventions.AddEditRoute();
        }).AddViewLocalization().AddDataAnnotationsLocalization();
        builder.Services.AddHttpContextAccessor();
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
        return app;
    }
}
