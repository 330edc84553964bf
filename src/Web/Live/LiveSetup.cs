using HealthDoers.Web.Data.Events;
using Microsoft.AspNetCore.SignalR;

namespace HealthDoers.Web.Live;

static class LiveSetup
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        // Listeners say little: a room's name. What they hear may be as long as a message.
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 4_096);
        builder.Services.AddSingleton<LiveRooms>();
        builder.Services.AddSingleton<Listeners>();
        builder.Services.AddSingleton<HubLifetimeManager<LiveHub>>(services => services.GetRequiredService<Listeners>());
        builder.Services.AddSingleton<IEventConsumer, LiveFanOut>();
        builder.Services.AddSingleton<IEventConsumer, LiveNews>();
        if (builder.Configuration["Database:Provider"] == "PostgreSql" && builder.Configuration.GetConnectionString("Default") is { } shared)
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<NodesTalk>(services, shared));
        return builder;
    }

    /// <summary>Anyone may listen to an open room, so anyone may connect; <see cref="LiveHub.Join"/> is the door.</summary>
    public static WebApplication MapLive(this WebApplication app)
    {
        app.MapHub<LiveHub>("/live").AllowAnonymous();
        return app;
    }
}
