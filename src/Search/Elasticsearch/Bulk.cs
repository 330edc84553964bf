using System.Text;
using System.Text.Json;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>Writes many documents. What the cluster is too busy for is sent again, slower and in smaller parts; what it refuses is told at the end.</summary>
sealed class Bulk(Cluster cluster, string target, bool seenAtOnce, bool targetIsAlias)
{
    const int LargestRequest = 4 * 1024 * 1024;
    const int MostActions = 500;
    const int MaxPauses = 8;

    /// <exception cref="RefusedDocumentsException">Some will never be taken; all others were.</exception>
    /// <exception cref="ClusterException">The cluster is away or stays too busy. Sending everything again later does no harm.</exception>
    public async Task SendAsync(IEnumerable<SearchDocument> upserts, IEnumerable<DocumentKey> deletes, CancellationToken cancel)
    {
        // Deletes first; of one key the last document wins, as it does when all of them are sent.
        var waiting = new Queue<BulkAction>(deletes.Select(BulkAction.Delete).Concat(upserts.Select(BulkAction.Index)));
        var refused = new List<(string, string)>();
        var (most, pauses) = (MostActions, 0);
        while (waiting.Count > 0)
        {
            var part = Take(waiting, most);
            var again = await SendPartAsync(part, refused, cancel);
            if (again.Count == 0)
            {
                pauses = 0;
                continue;
            }
            if (++pauses > MaxPauses)
                throw new ClusterException("Elasticsearch stays too busy to take documents.", 429);
            most = Math.Max(1, most / 2);
            await Task.Delay(cluster.Pause(pauses), cancel);
            waiting = new(again.Concat(waiting));
        }
        if (refused.Count > 0)
            throw new RefusedDocumentsException(refused);
    }

    static List<BulkAction> Take(Queue<BulkAction> waiting, int most)
    {
        var (part, bytes) = (new List<BulkAction>(), 0);
        while (part.Count < most && waiting.TryPeek(out var next) && (part.Count == 0 || bytes + next.Bytes <= LargestRequest))
        {
            bytes += next.Bytes;
            part.Add(waiting.Dequeue());
        }
        return part;
    }

    /// <summary>The actions to send again.</summary>
    async Task<List<BulkAction>> SendPartAsync(List<BulkAction> part, List<(string, string)> refused, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(part.Select(action => action.Lines)));
        var path = $"{target}/_bulk?refresh={(seenAtOnce ? "true" : "false")}&require_alias={(targetIsAlias ? "true" : "false")}";
        try
        {
            using var answer = await cluster.InsistAsync(HttpMethod.Post, path, body, cancel, "application/x-ndjson");
            return answer.RootElement.GetProperty("errors").GetBoolean() ? Sort(part, answer.RootElement.GetProperty("items"), refused) : [];
        }
        catch (ClusterException tooLarge) when (tooLarge.Status == 413)
        {
            if (part.Count > 1)
                return part;
            refused.Add((part[0].Id, "its size"));
            return [];
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ClusterException("Elasticsearch answered in a way that is not documented.", null, broken);
        }
    }

    static List<BulkAction> Sort(List<BulkAction> part, JsonElement items, List<(string, string)> refused)
    {
        if (items.GetArrayLength() != part.Count)
            throw new ClusterException("Elasticsearch answered for another number of documents than it was given.");
        var again = new List<BulkAction>();
        for (var i = 0; i < part.Count; i++)
        {
            var item = items[i].EnumerateObject().First().Value;
            var status = item.GetProperty("status").GetInt32();
            if (status is 429 or >= 500)
                again.Add(part[i]);
            else if (status >= 400 && Kind(item) == "index_not_found_exception")
                throw new ClusterException("The index is gone from Elasticsearch.", 404);
            else if (status >= 400 && !(part[i].IsDelete && status == 404))
                refused.Add((part[i].Id, Kind(item)));
        }
        return again;
    }

    static string Kind(JsonElement item) => item.TryGetProperty("error", out var error) && error.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";
}
