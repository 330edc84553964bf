using System.Net.Http.Headers;
using System.Text.Json;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>One request and its answer as JSON, over the REST API. What went wrong comes as <see cref="ClusterException"/>.</summary>
sealed class Cluster : IDisposable
{
    const int LargestAnswer = 32 * 1024 * 1024;
    const int MaxTries = 6;
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    readonly HttpClient _http;
    readonly ElasticsearchSettings _settings;

    public Cluster(ElasticsearchSettings settings)
    {
        _settings = settings;
        _http = new(new SocketsHttpHandler
        {
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = settings.Url,
            MaxResponseContentBufferSize = LargestAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (settings.Authorization is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", settings.Authorization);
    }

    /// <summary>Asks once.</summary>
    /// <exception cref="ClusterException">No answer in time, another status than 2xx, or no JSON.</exception>
    public async Task<JsonDocument> AskAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, TimeSpan patience, CancellationToken cancel, string type = "application/json")
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(patience);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is { } bytes)
                request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, waiting.Token);
            if (!answer.IsSuccessStatusCode)
                throw new ClusterException(await ReasonAsync(answer, waiting.Token), (int)answer.StatusCode);
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(waiting.Token), cancellationToken: waiting.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ClusterException($"Elasticsearch did not answer within {patience.TotalSeconds:0.#} s.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new ClusterException("Elasticsearch cannot be reached.", null, broken);
        }
        catch (JsonException broken)
        {
            throw new ClusterException("Elasticsearch answered with something that is not JSON.", null, broken);
        }
    }

    /// <summary>Asks until it works, with growing pauses, as long as that makes sense.</summary>
    public async Task<JsonDocument> InsistAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, CancellationToken cancel, string type = "application/json")
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(method, path, body, _settings.WritePatience, cancel, type);
            }
            catch (ClusterException failure) when (failure.Status is 429 or 502 or 503 or 504 && attempt < MaxTries)
            {
                await Task.Delay(Pause(attempt), cancel);
            }
        }
    }

    /// <summary>Twice as long each time, give or take a quarter, so that nodes do not come back all at once.</summary>
    public TimeSpan Pause(int attempt)
    {
        var pause = _settings.FirstPause * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
        return pause < LongestPause ? pause : LongestPause;
    }

    public void Dispose() => _http.Dispose();

    // The type of the error says enough; its reason may quote what somebody searched or wrote.
    static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var kind = "";
        try
        {
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var type))
                kind = $", {type}";
        }
        catch (JsonException)
        {
            // A proxy's page: the status has to do.
        }
        return $"Elasticsearch answered {(int)answer.StatusCode}{kind}.";
    }
}
