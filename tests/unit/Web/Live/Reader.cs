using System.Net.Http.Json;
using System.Text.Json;

namespace HealthDoers.Tests.Web.Live;

/// <summary>A reader as the room's script is one: hears what is told, notices gaps by rev, and fills them over HTTP.</summary>
sealed class Reader(HttpClient http, string room)
{
    readonly SortedDictionary<long, JsonElement> _messages = [];
    long _rev;

    public string Shown => string.Join('\n', _messages.Values.Select(m => m.ToString()));

    /// <returns>False when something before it is missing.</returns>
    public bool Hear(JsonElement told)
    {
        var rev = told.GetProperty("rev").GetInt64();
        var follows = rev <= _rev + 1;
        Take(told);
        if (follows)
            _rev = Math.Max(_rev, rev);
        return follows;
    }

    public async Task CatchUpAsync(int limit)
    {
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages?afterRev={_rev}&limit={limit}", TestContext.Current.CancellationToken);
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                Take(item);
                _rev = Math.Max(_rev, item.GetProperty("rev").GetInt64());
            }
            if (!page.GetProperty("more").GetBoolean())
                return;
        }
    }

    void Take(JsonElement item)
    {
        var seq = item.GetProperty("seq").GetInt64();
        if (!_messages.TryGetValue(seq, out var known) || known.GetProperty("rev").GetInt64() < item.GetProperty("rev").GetInt64())
            _messages[seq] = Plain(item);
    }

    // Told live, a message also says whose room it is.
    static JsonElement Plain(JsonElement item) =>
        JsonSerializer.SerializeToElement(item.EnumerateObject().Where(p => p.Name != "room").OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Value));
}
