using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Pages.Admin;
using HealthDoers.Web.Pages.Communities.Writing;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages.Communities;

static class CommunitiesSetup
{
    public static void AddCommunities(this IServiceCollection services)
    {
        services.AddScoped<ListingFacets>().AddScoped<TeamReader>().AddScoped<Founding>().AddScoped<WhoIsSeen>();
        services.AddScoped<IPersonalData, CommunityData>();
    }

    /// <summary>A new profile and an edit are one form.</summary>
    public static void AddListingEditRoute(this PageConventionCollection pages) => pages.AddPageRoute("/Communities/Writing/Write", "/{folder:regex(^(communities|initiatives|partners)$)}/{slug}/edit");
}
