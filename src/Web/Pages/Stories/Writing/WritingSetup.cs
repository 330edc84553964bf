using HealthDoers.Web.Pages.About;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HealthDoers.Web.Pages.Stories.Writing;

static class WritingSetup
{
    public static WebApplicationBuilder AddWriting(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<SolutionWords>();
        builder.Services.AddScoped<Drafts>();
        builder.Services.AddScoped<DraftUploads>();
        builder.Services.AddScoped<Publishing>();
        builder.Services.AddScoped<WritingDesk>();
        builder.Services.AddHostedService<ConsentsAndFeaturing>();
        builder.Services.AddHostedService<OldDrafts>();
        return builder;
    }

    /// <summary>A new story and an edit are one form.</summary>
    public static void AddEditRoute(this PageConventionCollection pages) => pages.AddPageRoute("/Stories/Writing/Write", "/stories/{slug}/edit");
}
