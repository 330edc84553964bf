using System.Diagnostics;
using System.Globalization;
using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>Asks the cluster. The question is understood here, with the words of this node's own index.</summary>
public sealed class ElasticsearchEngine : ISearchEngine, IDisposable
{
    readonly Cluster _cluster;
    readonly ElasticsearchSettings _settings;
    readonly IUnderstanding _understanding;
    readonly TimeProvider _clock;

    public ElasticsearchEngine(ElasticsearchSettings settings, EmbeddedEngine own, TimeProvider clock)
    {
        _cluster = new(settings);
        (_settings, _understanding, _clock) = (settings, own, clock);
    }

    /// <exception cref="ClusterException">The cluster gave no whole answer in time.</exception>
    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancel = default)
    {
        var started = Stopwatch.GetTimestamp();
        var deadline = _settings.SearchPatience;
        SearchPage page;
        if (SearchText.IsBlank(query.Text))
            page = await AskAsync(query, null, Reach.Anything, deadline, cancel);
        else
        {
            var question = _understanding.Read(query.Text, query.Audiences);
            page = await WidenAsync(query, new(question), started, cancel);
            if (page.Total == 0 && question.Clauses.Any(clause => clause.IsRequired))
            {
                // Nothing says it in exactly those words: then the words one by one.
                question = _understanding.Read(QuestionReader.WithoutQuotes(query.Text), query.Audiences);
                page = await WidenAsync(query, new(question), started, cancel);
            }
            page = page with { DidYouMean = question.Repaired };
        }
        return page with { Took = Stopwatch.GetElapsedTime(started) };
    }

    public void Dispose() => _cluster.Dispose();

    /// <summary>Those with everything asked for; when they are few, those with half of it; then those with anything.</summary>
    async Task<SearchPage> WidenAsync(SearchQuery query, QuestionQuery question, long started, CancellationToken cancel)
    {
        if (question.IsHopeless)
            return new() { Facets = FacetNames.All.ToDictionary(name => name, _ => (IReadOnlyList<FacetCount>)[]) };
        var page = new SearchPage();
        foreach (var reach in question.HasWords ? Enum.GetValues<Reach>() : [Reach.Anything])
        {
            page = await AskAsync(query, question, reach, _settings.SearchPatience - Stopwatch.GetElapsedTime(started), cancel);
            if (page.Total >= Coordination.Enough(query.Sort))
                break;
        }
        return page;
    }

    async Task<SearchPage> AskAsync(SearchQuery query, QuestionQuery? question, Reach reach, TimeSpan patience, CancellationToken cancel)
    {
        if (patience <= TimeSpan.Zero)
            throw new ClusterException(string.Create(CultureInfo.InvariantCulture, $"Elasticsearch did not answer within {_settings.SearchPatience.TotalSeconds:0.#} s."));
        var body = SearchRequest.Of(query, question, reach, _clock.GetUtcNow(), patience);
        using var answer = await _cluster.AskAsync(HttpMethod.Post, $"{_settings.Index}/_search", body, patience, cancel);
        return SearchAnswer.Read(answer, query.Language);
    }
}
