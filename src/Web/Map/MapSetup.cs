using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Map;

static class MapSetup
{
    public static WebApplicationBuilder AddMap(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Atlas>();
        services.AddScoped<PlaceReader>();
        services.AddScoped<MapWords>().AddScoped<BelongingNames>();
        services.AddScoped<EntryLinks>();
        services.AddLetters<MapMailText>(EntryLinks.Kinds);
        services.AddSingleton<IMappable, StoryMarkers>().AddSingleton<IMappable, EntryMarkers>().AddSingleton<IMappable, ListingMarkers>().AddSingleton<IMappable, HubMarkers>();
        services.AddSingleton<MapKeeper>();
        services.AddSingleton<IEventConsumer>(s => s.GetRequiredService<MapKeeper>());
        return builder;
    }
}
