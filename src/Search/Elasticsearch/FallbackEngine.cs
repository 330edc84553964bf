using HealthDoers.Search.Embedded;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>
/// Answers from the cluster, and from this node's own index while the cluster is away. After a failure the cluster is left alone
/// for a while, so that nobody waits for it in vain; then one question tries it again.
/// </summary>
public sealed class FallbackEngine(ElasticsearchEngine cluster, EmbeddedEngine own, TimeProvider clock) : ISearchEngine
{
    static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(15);

    readonly Lock _turn = new();
    int _failures;
    DateTimeOffset _restsUntil;

    /// <summary>Told of each time that the cluster failed a question.</summary>
    public event Action<ClusterException>? Failed;

    /// <summary>Told when it answers again.</summary>
    public event Action? Returned;

    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancel = default)
    {
        if (MayTry())
        {
            try
            {
                var page = await cluster.SearchAsync(query, cancel);
                Answered();
                return page;
            }
            catch (ClusterException failure)
            {
                Rest(failure);
            }
        }
        return await own.SearchAsync(query, cancel) with { IsFallback = true };
    }

    bool MayTry()
    {
        lock (_turn)
        {
            if (_failures == 0)
                return true;
            var now = clock.GetUtcNow();
            if (now < _restsUntil)
                return false;
            // The others wait until this one knows.
            _restsUntil = now + LongestRest;
            return true;
        }
    }

    void Answered()
    {
        lock (_turn)
        {
            if (_failures == 0)
                return;
            _failures = 0;
        }
        Returned?.Invoke();
    }

    void Rest(ClusterException failure)
    {
        lock (_turn)
        {
            var rest = FirstRest * Math.Pow(2, Math.Min(_failures, 10));
            _failures++;
            _restsUntil = clock.GetUtcNow() + (rest < LongestRest ? rest : LongestRest);
        }
        Failed?.Invoke(failure);
    }
}
