using HealthDoers.Web.Access.PersonalData;

namespace HealthDoers.Web.Pages.Teams;

static class TeamsSetup
{
    public static IServiceCollection AddTeams(this IServiceCollection services) =>
        services.AddScoped<TeamVisit>().AddScoped<CommunityTeams>().AddScoped<IPersonalData, TeamData>();
}
