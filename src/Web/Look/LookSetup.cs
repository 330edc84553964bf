using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;

namespace HealthDoers.Web.Look;

public static class LookSetup
{
    /// <summary>Registers the assets and the frame of every page. <paramref name="viewer"/> says who looks, for the masthead.</summary>
    public static WebApplicationBuilder AddLook(this WebApplicationBuilder builder, Func<HttpContext, ValueTask<Viewer?>>? viewer = null)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddLocalization();
        // Letters of every language travel as themselves; only what HTML gives a meaning is escaped.
        builder.Services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddSingleton(_ => Assets.Load());
        builder.Services.AddScoped<PageFrame>();
        builder.Services.AddSingleton(new ViewerSource(viewer ?? Viewer.FromClaims));
        builder.Services.Configure<RazorPagesOptions>(pages => LookBook(pages.Conventions, builder.Environment));
        return builder;
    }

    /// <summary>The page of all parts is for those who build here; elsewhere it has no address.</summary>
    static void LookBook(PageConventionCollection pages, IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) pages.AddFolderRouteModelConvention("/LookBook", page => page.Selectors.Clear());
    }

    /// <summary>Answers <c>/built/*</c> before anything else looks at the request.</summary>
    public static WebApplication UseBuiltAssets(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.Use((http, next) => http.Request.Method is "GET" or "HEAD" && assets.TryGetFile(http.Request.Path.Value ?? "", out var file)
            ? file.SendAsync(http)
            : next(http));
        return app;
    }
}
