using HealthDoers.Web.Access.PersonalData;

namespace HealthDoers.Web.Pages.Visits;

static class VisitsSetup
{
    public static void AddVisits(this IServiceCollection services)
    {
        services.AddScoped<OfferReader>().AddScoped<VisitDesk>().AddScoped<VisitRows>().AddScoped<TakingHome>().AddScoped<CommunityHelp>();
        services.AddScoped<IPersonalData, VisitData>();
    }
}

static class VisitAddress
{
    public const string All = "/visits";

    public static string OfOffer(Guid id) => $"/visits/{id}";

    public static string Of(Guid visitId) => $"/visits/plans/{visitId}";
}
