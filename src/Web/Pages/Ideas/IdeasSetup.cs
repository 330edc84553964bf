using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Ideas.Adapting;
using HealthDoers.Web.Pages.Ideas.Feeds;
using HealthDoers.Web.Pages.Ideas.Spread;
using HealthDoers.Web.Pages.Ideas.Writing;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages.Ideas;

static class IdeasSetup
{
    public static WebApplicationBuilder AddIdeas(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IdeaCounts>();
        builder.Services.AddScoped<SpreadWords>();
        builder.Services.AddScoped<Proposing>();
        builder.Services.AddScoped<IdeaDrafts>();
        builder.Services.AddScoped<LookAlikes>();
        builder.Services.AddScoped<Merging>();
        builder.Services.AddScoped<AdaptingDesk>();
        builder.Services.AddSingleton<IEventConsumer, AdaptationStories>().AddSingleton<IEventConsumer, IdeaChanges>();
        builder.Services.AddScoped<IHubPart, HubIdeas>();
        builder.Services.AddScoped<IPersonalData, IdeaData>();
        return builder;
    }

    public static void MapIdeas(this IEndpointRouteBuilder app)
    {
        app.MapIdeaFeeds();
        app.MapIdeaCards();
        app.MapSpread();
        app.MapIdeaDrafts();
    }

    /// <summary>What is new and an edit of it are one form.</summary>
    public static void AddIdeaEditRoutes(this PageConventionCollection pages)
    {
        pages.AddPageRoute("/Ideas/Writing/Write", "/ideas/{slug}/edit");
        pages.AddPageRoute("/Ideas/Adapting/Adapt", "/adaptations/{id:guid}/change");
    }
}
