using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Notifying.Push;

static class PushSetup
{
    public const string Worker = "/push-worker.js";

    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PushEndpoint>().AddSingleton<Vapid>().AddSingleton<PushSender>();
        builder.Services.AddSingleton<IEventConsumer, PushNews>();
        builder.Services.AddScoped<IPersonalData, PushData>();
        builder.Services.AddHostedService<PushRun>();
        return builder;
    }

    /// <summary>The script that a browser wakes for a message, at an address that stays the same.</summary>
    public static void MapPushWorker(this IEndpointRouteBuilder app) => app.MapGet(Worker, (HttpContext http, Assets assets) =>
    {
        assets.TryGetFile(assets["push-worker.js"], out var file);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(file.Plain, "text/javascript; charset=utf-8");
    }).AllowAnonymous().ExcludeFromDescription();
}
