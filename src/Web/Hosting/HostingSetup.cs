namespace HealthDoers.Web.Hosting;

static class HostingSetup
{
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddPageCache();
        builder.Services.AddHealthChecks().AddDbContextCheck<Data.AppDb>(tags: ["ready"]);
        return builder;
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseRouting();
        app.UseRequestLocalization();
        app.UsePageCache();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
