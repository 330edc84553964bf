using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace HealthDoers.Load.Chaos;

/// <summary>A message as the room numbers it.</summary>
public sealed record Item(Guid ClientId, long Seq, long Rev, string Body, bool Deleted);

public sealed record Page(List<Item> Items, long LastSeq, long LastRev, bool More);

/// <summary>
/// A room as a program sees it: by HTTP, with a personal token, at any of the nodes. Null always means that nobody
/// knows what became of it, so that it must be asked again.
/// </summary>
sealed class RoomClient(IReadOnlyList<Site> nodes, string token, int seed) : IDisposable
{
    const string Messages = "/rooms/welcome/messages";

    /// <summary>How often the line is cut while something is on its way, and how soon.</summary>
    const double Cuts = 0.05;
    const int CutWithinMilliseconds = 30;

    readonly Random chance = new(seed);
    readonly HttpClient client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Where it goes, until it is not answered there.</summary>
    int node = seed % nodes.Count;

    /// <summary>How often the line was cut on purpose.</summary>
    public int WasCut { get; private set; }

    public Task<Item?> OfferAsync(Guid clientId, string body) =>
        AskAsync<Item>(HttpMethod.Post, Messages, new { clientId, body });

    public Task<Item?> EditAsync(long seq, string body) =>
        AskAsync<Item>(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{Messages}/{seq}"), new { body });

    public Task<Item?> DeleteAsync(long seq) =>
        AskAsync<Item>(HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture, $"{Messages}/{seq}"), null);

    public Task<Page?> ChangesAsync(long rev) =>
        AskAsync<Page>(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{Messages}?afterRev={rev}&limit=200"), null);

    public Task<Page?> LogAsync(long seq) =>
        AskAsync<Page>(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{Messages}?after={seq}&limit=200"), null);

    public void Dispose() => client.Dispose();

    async Task<T?> AskAsync<T>(HttpMethod method, string path, object? content)
        where T : class
    {
        using var asked = new HttpRequestMessage(method, new Uri(nodes[node].Address, path)) { Content = content is null ? null : JsonContent.Create(content) };
        using var cut = new CancellationTokenSource();
        if (chance.NextDouble() < Cuts)
        {
            WasCut++;
            cut.CancelAfter(chance.Next(CutWithinMilliseconds));
        }
        try
        {
            using var answer = await client.SendAsync(asked, cut.Token);
            if (answer.StatusCode < HttpStatusCode.MultipleChoices)
                return await answer.Content.ReadFromJsonAsync<T>(cut.Token);
            if (answer.StatusCode < HttpStatusCode.InternalServerError)
                throw new BenchStoppedException($"{method} {path} was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            // As below: to the next node, as a proxy would send it.
        }
        node = (node + 1) % nodes.Count;
        return null;
    }
}
