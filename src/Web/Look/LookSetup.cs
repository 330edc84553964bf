namespace HealthDoers.Web.Look;

public static class LookSetup
{
    /// <summary>Registers the assets and the frame of every page. <paramref name="viewer"/> says who looks, for the masthead.</summary>
    public static WebApplicationBuilder AddLook(this WebApplicationBuilder builder, Func<HttpContext, ValueTask<Viewer?>>? viewer = null)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton(_ => Assets.Load());
        builder.Services.AddScoped<PageFrame>();
        builder.Services.AddSingleton(new ViewerSource(viewer ?? Viewer.FromClaims));
        return builder;
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
