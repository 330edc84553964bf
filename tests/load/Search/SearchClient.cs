using System.Diagnostics;
using System.Text.Json;

namespace HealthDoers.Load.Search;

/// <summary>Asks the public API.</summary>
sealed class SearchClient(Uri site) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };

    public async Task<Answer> AskAsync(string text, int size = 20)
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync($"/api/search?kind=idea&size={size}&q={Uri.EscapeDataString(text)}");
        var body = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode)
            return new([], 0, took, false, false, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return new([.. root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("externalId").GetString() ?? "")], root.GetProperty("total").GetInt32(), took,
            root.GetProperty("isRebuilding").GetBoolean(), root.GetProperty("isFallback").GetBoolean(), 200);
    }

    /// <summary>Waits until what came in last is found by its title, from the cluster where there is one.</summary>
    public async Task UntilFoundAsync(string id, string title, TimeSpan patience)
    {
        var since = Stopwatch.StartNew();
        while (await AskAsync(title) is var answer && (answer.IsRebuilding || answer.IsFallback || !answer.Ids.Contains(id)))
        {
            if (since.Elapsed > patience)
                throw new BenchStoppedException($"After {since.Elapsed.TotalSeconds:0} s the index does not hold what was imported last; it finds {answer.Total} by that title.");
            await Task.Delay(100);
        }
    }

    public void Dispose() => _http.Dispose();

    internal sealed record Answer(IReadOnlyList<string> Ids, int Total, double Milliseconds, bool IsRebuilding, bool IsFallback, int Status);
}
