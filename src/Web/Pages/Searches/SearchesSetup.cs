using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Pages.Search;

namespace HealthDoers.Web.Pages.Searches;

static class SearchesSetup
{
    public static WebApplicationBuilder AddSearches(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SavedSearchKeys>().AddSingleton<MatchReader>().AddSingleton<MatchedLetter>();
        services.AddSingleton<IEventConsumer, SearchAlerts>();
        services.AddLetters<SearchesText>(MatchedLetter.Letter);
        services.AddScoped<IPersonalData, SearchData>();
        services.AddSingleton<UnansweredLog>().AddHostedService(s => s.GetRequiredService<UnansweredLog>());
        return builder;
    }
}
