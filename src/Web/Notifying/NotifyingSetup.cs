using HealthDoers.Web.Data.Events;

namespace HealthDoers.Web.Notifying;

static class NotifyingSetup
{
    public static WebApplicationBuilder AddNotifying(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IEventConsumer, Notifier>();
        builder.Services.AddScoped<NewsReader>();
        return builder;
    }
}
