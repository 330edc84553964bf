using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HealthDoers.Web.Pages.Stories.Writing;

static class WritingSetup
{
    public static WebApplicationBuilder AddWriting(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Drafts>();
        builder.Services.AddScoped<DraftUploads>();
        builder.Services.AddScoped<Publishing>();
        builder.Services.AddScoped<Sequels>();
        builder.Services.AddScoped<StoryParts>();
        builder.Services.AddScoped<WritingDesk>();
        builder.Services.AddHostedService<ConsentsAndFeaturing>();
        builder.Services.AddHostedService<OldDrafts>();
        return builder;
    }

    /// <summary>A new story and an edit are one form.</summary>
    public static void AddEditRoute(this PageConventionCollection pages) => pages.AddPageRoute("/Stories/Writing/Write", "/stories/{slug}/edit");
}
