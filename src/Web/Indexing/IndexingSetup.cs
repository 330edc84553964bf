using HealthDoers.Domain.Communities;
using HealthDoers.Search;
using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;

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
        services.AddSingleton<IEventConsumer, IndexKeeper>();
        return builder;
    }
}
