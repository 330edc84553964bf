using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace HealthDoers.Load.Chaos;

/// <summary>A message as the room numbers it.</summary>
public sealed record Item(Guid ClientId, long Seq, string Body);

/// <summary>A room as a program sees it: by HTTP, with a personal token.</summary>
sealed class RoomClient(Uri address, string token) : IDisposable
{
    const string Messages = "/rooms/welcome/messages";

    readonly HttpClient client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(5),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Offers a message once. Null means that nobody knows whether it arrived, so it must be offered again.</summary>
    public async Task<Item?> Offer(Guid clientId, string body)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(Messages, new { clientId, body });
            return answer.StatusCode switch
            {
                HttpStatusCode.Created or HttpStatusCode.OK => await answer.Content.ReadFromJsonAsync<Item>(),
                >= HttpStatusCode.InternalServerError => null,
                _ => throw new BenchStoppedException($"A message was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"),
            };
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    /// <summary>Everything after a place in the log; null when the server was not there to tell.</summary>
    public async Task<List<Item>?> After(long seq)
    {
        var items = new List<Item>();
        try
        {
            while (true)
            {
                var page = await client.GetFromJsonAsync<Page>($"{Messages}?after={seq}&limit=200");
                items.AddRange(page!.Items);
                if (!page.More || page.Items.Count == 0)
                    return items;
                seq = page.Items[^1].Seq;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    sealed record Page(List<Item> Items, long LastSeq, bool More);
}
