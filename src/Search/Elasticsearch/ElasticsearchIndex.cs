using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>
/// The index on the cluster, as its one writer sees it. A new one is filled beside the old one and takes its place by a
/// swap of the alias, so that questions are answered all the while.
/// </summary>
public sealed class ElasticsearchIndex(ElasticsearchSettings settings) : IDisposable
{
    static readonly (string Name, byte[] Body) Layout = ReadLayout();

    readonly Cluster _cluster = new(settings);

    /// <summary>The alias that questions go to.</summary>
    public string Alias => settings.Index;

    /// <summary>What is there now.</summary>
    /// <exception cref="ClusterException">The cluster is away, or not one that this works with.</exception>
    public async Task<ClusterState> StateAsync(CancellationToken cancel = default)
    {
        var version = await VersionAsync(cancel);
        using var answer = await _cluster.InsistAsync(HttpMethod.Get, $"{Alias}-*?filter_path=*.aliases,*.mappings._meta&allow_no_indices=true", null, cancel);
        var served = new List<string>();
        var others = new List<string>();
        foreach (var index in answer.RootElement.EnumerateObject())
        {
            // Whatever else is named like ours is none of our business.
            if (LayoutOf(index.Value) is null)
                continue;
            var isServed = index.Value.TryGetProperty("aliases", out var aliases) && aliases.TryGetProperty(Alias, out _);
            (isServed ? served : others).Add(index.Name);
            if (isServed && LayoutOf(index.Value) != Layout.Name)
                return new(version, [index.Name], others, NeedsFilling: true);
        }
        return new(version, served, others, NeedsFilling: served.Count != 1);
    }

    /// <summary>An empty index beside the one that answers.</summary>
    public async Task<string> BeginAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        var name = $"{Alias}-{now:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..6]}";
        using var answer = await _cluster.InsistAsync(HttpMethod.Put, name, Layout.Body, cancel);
        return name;
    }

    /// <summary>Fills an index that does not answer yet.</summary>
    public Task FillAsync(string index, IReadOnlyList<SearchDocument> documents, CancellationToken cancel = default) =>
        new Bulk(_cluster, index, seenAtOnce: false, targetIsAlias: false).SendAsync(documents, [], cancel);

    /// <summary>Has the filled index answer from now on and drops the others.</summary>
    public async Task SwapAsync(string index, int documents, CancellationToken cancel = default)
    {
        using (await _cluster.InsistAsync(HttpMethod.Post, $"{index}/_refresh", null, cancel))
        using (var count = await _cluster.InsistAsync(HttpMethod.Get, $"{index}/_count", null, cancel))
        {
            if (count.RootElement.GetProperty("count").GetInt64() != documents)
                throw new ClusterException("The new index was lost while it was being filled.");
        }
        var state = await StateAsync(cancel);
        var actions = new JsonArray { Dsl.Object("add", new JsonObject { ["index"] = index, ["alias"] = Alias }) };
        foreach (var old in state.Serving.Concat(state.Others).Where(name => name != index))
            actions.Add((JsonNode)Dsl.Object("remove_index", Dsl.Object("index", old)));
        using var answer = await _cluster.InsistAsync(HttpMethod.Post, "_aliases", Bytes(Dsl.Object("actions", actions)), cancel);
    }

    /// <summary>Takes changes into the index that answers; they are found when this returns.</summary>
    /// <exception cref="RefusedDocumentsException">Some will never be taken; all others were.</exception>
    public Task ApplyAsync(IReadOnlyList<SearchDocument> upserts, IReadOnlyList<DocumentKey> deletes, CancellationToken cancel = default) =>
        new Bulk(_cluster, Alias, seenAtOnce: true, targetIsAlias: true).SendAsync(upserts, deletes, cancel);

    /// <summary>Drops what a filling that did not end has left.</summary>
    public async Task DropAsync(IEnumerable<string> indices, CancellationToken cancel = default)
    {
        foreach (var index in indices)
        {
            using var answer = await _cluster.InsistAsync(HttpMethod.Delete, $"{index}?ignore_unavailable=true", null, cancel);
        }
    }

    public void Dispose() => _cluster.Dispose();

    async Task<string> VersionAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await _cluster.InsistAsync(HttpMethod.Get, "", null, cancel);
            var version = answer.RootElement.TryGetProperty("version", out var about) && about.TryGetProperty("number", out var number) ? number.GetString() ?? "" : "";
            return version.Split('.')[0] is "8" or "9"
                ? version
                : throw new ClusterException($"This works with Elasticsearch 8 and 9; at the address is {(version.Length == 0 ? "something else" : version)}.", 501);
        }
        catch (ClusterException refused) when (refused.Status == 403)
        {
            // A key that may not look at the cluster may still look after its index.
            return "";
        }
    }

    static string? LayoutOf(JsonElement index) =>
        index.TryGetProperty("mappings", out var mappings) && mappings.TryGetProperty("_meta", out var meta) && meta.TryGetProperty("layout", out var layout)
            ? layout.GetString()
            : null;

    static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    /// <summary>index.json beside this file, with a name for itself in it: an index of another name has to be filled anew.</summary>
    static (string, byte[]) ReadLayout()
    {
        using var stream = typeof(ElasticsearchIndex).Assembly.GetManifestResourceStream("index.json")!;
        var layout = (JsonObject)JsonNode.Parse(stream)!;
        var name = Convert.ToHexStringLower(SHA256.HashData(Bytes(layout)))[..12];
        layout["mappings"]!["_meta"]!["layout"] = name;
        return (name, Bytes(layout));
    }
}

/// <param name="Version">Of the cluster; empty when the key may not ask.</param>
/// <param name="Serving">The indices behind the alias: one, unless somebody interfered.</param>
/// <param name="Others">Indices of ours that do not answer: left by a filling that did not end.</param>
public sealed record ClusterState(string Version, IReadOnlyList<string> Serving, IReadOnlyList<string> Others, bool NeedsFilling);
