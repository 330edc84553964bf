using HealthDoers.Web.Access.PersonalData;

namespace HealthDoers.Web.Pages.Hubs;

static class HubsSetup
{
    public static WebApplicationBuilder AddHubs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HubList>();
        builder.Services.AddScoped<HubVisit>();
        builder.Services.AddScoped<IPersonalData, HubData>();
        builder.Services.AddHostedService<TermEnds>();
        return builder;
    }
}
