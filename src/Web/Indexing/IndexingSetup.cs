using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Map;
using HealthDoers.Search;
using HealthDoers.Search.Elasticsearch;
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
        services.AddSingleton(s => new EmbeddedEngine(s.GetRequiredService<DataFolders>().Search, Lexicon.Shipped, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFindable, IdeaDocuments>();
        services.AddSingleton<IFindable, StoryDocuments>();
        services.AddSingleton<IFindable, MemberDocuments>();
        services.AddSingleton<IFindable, TermDocuments>();
        services.AddSingleton<IFindable, ResourceDocuments>();
        services.AddSingleton<IFindable, HubDocuments>();
        services.AddSingleton<IFindable, GatheringDocuments>();
        services.AddSingleton<IFindable, MessageDocuments>();
        foreach (var kind in Enum.GetValues<ListingKind>())
            services.AddSingleton<IFindable>(new ListingDocuments(kind));
        services.AddSingleton<IFindable>(s => new MapEntryDocuments(s.GetRequiredService<Atlas>(), "community", MapLayer.Community, MapLayer.SiteVisitHost));
        services.AddSingleton<IFindable>(s => new MapEntryDocuments(s.GetRequiredService<Atlas>(), "initiative", MapLayer.Initiative));
        services.AddSingleton<FindableDocuments>().AddSingleton<CurrentLexicon>();
        services.AddSingleton<IEventConsumer, LayWordsKeeper>();
        services.AddSingleton<IEventConsumer, IndexKeeper>();
        switch (builder.Configuration["Search:Engine"])
        {
            case null or "" or "Embedded":
                services.AddSingleton<ISearchEngine>(s => s.GetRequiredService<EmbeddedEngine>());
                break;
            case "Elasticsearch":
                builder.AddElasticsearch();
                break;
            default:
                throw new InvalidOperationException("Search:Engine is Embedded or Elasticsearch.");
        }
        return builder;
    }

    /// <summary>The node's own index stays: it helps to understand questions, and answers while the cluster is away.</summary>
    static void AddElasticsearch(this WebApplicationBuilder builder)
    {
        var given = builder.Configuration.GetSection("Search:Elasticsearch");
        var settings = ElasticsearchSettings.Read(given["Url"], given["ApiKey"], given["IndexPrefix"]);
        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton<ElasticsearchIndex>().AddSingleton<ElasticsearchEngine>().AddSingleton<ClusterHealth>();
        services.AddSingleton<ISearchEngine>(s =>
        {
            var engine = ActivatorUtilities.CreateInstance<FallbackEngine>(s);
            var (health, log) = (s.GetRequiredService<ClusterHealth>(), s.GetRequiredService<ILogger<FallbackEngine>>());
            engine.Failed += failure =>
            {
                health.Failed(failure);
                log.LogWarning("{Failure} Search answers from this node's own index.", failure.Message);
            };
            engine.Returned += health.Answered;
            return engine;
        });
        services.AddSingleton<IEventConsumer, ClusterKeeper>();
        services.AddHealthChecks().AddCheck<ClusterHealth>("search", tags: ["ready"]);
    }
}
