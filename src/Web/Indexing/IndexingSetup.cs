using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Map;
using HealthDoers.Search;
using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Indexing;

static class IndexingSetup
{
    public static WebApplicationBuilder AddIndexing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ISearchEngine>(s =>
            new EmbeddedEngine(s.GetRequiredService<DataFolders>().Search, Lexicon.Shipped, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFindable, StoryDocuments>().AddSingleton<IFindable, MemberDocuments>().AddSingleton<IFindable, TermDocuments>();
        services.AddSingleton<IFindable, HubDocuments>().AddSingleton<IFindable, ResourceDocuments>();
        foreach (var kind in Enum.GetValues<ListingKind>())
            services.AddSingleton<IFindable>(new ListingDocuments(kind));
        services.AddSingleton<IFindable>(s => new MapEntryDocuments(s.GetRequiredService<Atlas>(), "community", MapLayer.Community, MapLayer.SiteVisitHost));
        services.AddSingleton<IFindable>(s => new MapEntryDocuments(s.GetRequiredService<Atlas>(), "initiative", MapLayer.Initiative));
        services.AddSingleton<IEventConsumer, IndexKeeper>();
        return builder;
    }
}
