using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Pages.Gatherings.Calendars;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages.Gatherings;

static class GatheringsSetup
{
    public static WebApplicationBuilder AddGatherings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TimeWords>().AddSingleton<GatheringWords>().AddSingleton<GatheringLetter>();
        services.AddScoped<CalendarReading>().AddScoped<CalendarWriter>();
        services.AddScoped<Announcing>().AddScoped<Answering>().AddScoped<GatheringVisit>();
        services.AddScoped<IHubPart, HubGatherings>().AddScoped<ListingGatherings>();
        services.AddScoped<IPersonalData, GatheringData>();
        services.AddLetters<GatheringsText>(GatheringLetter.Letter);
        services.AddSingleton<GatheringClock>().AddHostedService(s => s.GetRequiredService<GatheringClock>());
        return builder;
    }

    /// <summary>A new gathering and an edit are one form.</summary>
    public static void AddGatheringEditRoute(this PageConventionCollection pages) => pages.AddPageRoute("/Gatherings/Writing/Write", "/gatherings/{slug}/edit");
}
