using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Admin;
using HealthDoers.Web.Pages.Communities.Writing;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages.Communities;

static class CommunitiesSetup
{
    public static void AddCommunities(this IServiceCollection services)
    {
        services.AddScoped<ListingFacets>().AddScoped<TeamReader>().AddScoped<Founding>().AddScoped<WhoIsSeen>();
        services.AddSingleton<CommunityTraitsList>().AddScoped<LikeOursReader>().AddScoped<LikenessWords>();
        services.AddSingleton<IEventConsumer, CommunityTraitsChanges>();
        services.AddScoped<IPersonalData, CommunityData>();
        services.AddScoped<IHubPart, HubListings>();
    }

    /// <summary>A new profile and an edit are one form.</summary>
    public static void AddListingEditRoute(this PageConventionCollection pages) => pages.AddPageRoute("/Communities/Writing/Write", "/{folder:regex(^(communities|initiatives|partners)$)}/{slug}/edit");
}
