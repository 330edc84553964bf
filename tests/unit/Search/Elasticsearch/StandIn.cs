using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthDoers.Tests.Search.Elasticsearch;

/// <summary>
/// A stand-in for a cluster, written from the examples of the REST reference: the few requests that we make, answered over real
/// HTTP on the loopback address, refusing what the reference does not know. It can be made busy, slow, broken, or vanish.
/// It is not Elasticsearch; what is true of it may not be true there.
/// </summary>
sealed class StandIn : IAsyncDisposable
{
    readonly Lock _turn = new();
    readonly ConcurrentQueue<(string PathEnd, Func<HttpContext, Task> Answer)> _faults = new();
    WebApplication? _app;
    int _port;

    public SortedDictionary<string, StandInIndex> Indices { get; } = new(StringComparer.Ordinal);

    /// <summary>Every request as it came: method, path and body.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body, string? Authorization)> Heard { get; } = new();

    /// <summary>Of documents, by id: the status that each gets and how often.</summary>
    public ConcurrentDictionary<string, (int Status, int Times)> ItemFaults { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public string Version { get; set; } = "9.5.0";

    public static async Task<StandIn> StartAsync()
    {
        var standIn = new StandIn();
        await standIn.ReturnAsync();
        return standIn;
    }

    /// <summary>Answers the next requests of this path's end with a status, or with whatever is written.</summary>
    public void FailNext(string pathEnd, int status, int times = 1, string body = """{"error":{"type":"es_rejected_execution_exception"},"status":429}""")
    {
        for (var i = 0; i < times; i++)
            _faults.Enqueue((pathEnd, context =>
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync(body);
            }
            ));
    }

    /// <summary>Lets the next request of this path's end wait.</summary>
    public void SlowNext(string pathEnd, TimeSpan by) => _faults.Enqueue((pathEnd, context => Task.Delay(by, context.RequestAborted)));

    public async Task VanishAsync()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    /// <summary>Listens again, at the same address and with what it had.</summary>
    public async Task ReturnAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        _port = new Uri(_app.Urls.First()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Heard.Enqueue((context.Request.Method, context.Request.Path.Value!, body, context.Request.Headers.Authorization));
        if (_faults.TryPeek(out var fault) && context.Request.Path.Value!.EndsWith(fault.PathEnd, StringComparison.Ordinal) && _faults.TryDequeue(out fault))
        {
            await fault.Answer(context);
            return;
        }
        var (status, answer) = (200, (JsonNode)new JsonObject());
        try
        {
            lock (_turn)
                answer = Answer(context.Request, body);
        }
        catch (StandInRefusal refusal)
        {
            status = refusal.Status;
            answer = new JsonObject { ["error"] = new JsonObject { ["type"] = refusal.Kind, ["reason"] = refusal.Message }, ["status"] = refusal.Status };
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    JsonObject Answer(HttpRequest request, string body)
    {
        var parts = request.Path.Value!.Trim('/').Split('/');
        return (request.Method, parts) switch
        {
            ("GET", [""]) => new JsonObject { ["version"] = new JsonObject { ["number"] = Version }, ["tagline"] = "You Know, for Search" },
            ("GET", [var pattern]) when pattern.EndsWith('*') => List(pattern[..^1]),
            ("PUT", [var name]) => Create(name, body),
            ("DELETE", [var name]) => Acknowledged(() => Indices.Remove(name)),
            ("POST", ["_aliases"]) => Swap((JsonObject)JsonNode.Parse(body)!),
            ("POST", [var name, "_refresh"]) => new JsonObject { ["_shards"] = new JsonObject { ["failed"] = Named(name).Failures } },
            ("GET", [var name, "_count"]) => new JsonObject { ["count"] = Named(name).Documents.Count },
            ("POST", [var name, "_bulk"]) => Bulk(name, body, request.Query["require_alias"] == "true"),
            ("POST", [var name, "_search"]) => Named(name).Search((JsonObject)JsonNode.Parse(body)!),
            _ => throw new StandInRefusal(405, "method_not_allowed", $"{request.Method} {request.Path}"),
        };
    }

    JsonObject List(string beginning) => new(Indices.Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject
    {
        ["aliases"] = new JsonObject(pair.Value.Aliases.Select(alias => KeyValuePair.Create(alias, (JsonNode?)new JsonObject()))),
        ["mappings"] = new JsonObject { ["_meta"] = pair.Value.Mappings["_meta"]!.DeepClone() },
    })));

    JsonObject Create(string name, string body)
    {
        if (Indices.ContainsKey(name))
            throw new StandInRefusal(400, "resource_already_exists_exception", name);
        Indices[name] = new(name, (JsonObject)JsonNode.Parse(body)!);
        return new() { ["acknowledged"] = true, ["index"] = name };
    }

    JsonObject Swap(JsonObject body) => Acknowledged(() =>
    {
        foreach (var action in body["actions"]!.AsArray())
        {
            var (what, about) = action!.AsObject().Single();
            if (what == "add")
                Named((string)about!["index"]!).Aliases.Add((string)about["alias"]!);
            else if (what == "remove_index")
                Indices.Remove((string)about!["index"]!);
            else
                throw new StandInRefusal(400, "illegal_argument_exception", what);
        }
    });

    JsonObject Bulk(string target, string body, bool requireAlias)
    {
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var items = new JsonArray();
        for (var at = 0; at < lines.Length; at++)
        {
            var (action, about) = JsonNode.Parse(lines[at])!.AsObject().Single();
            var id = (string)about!["_id"]!;
            var document = action == "index" ? lines[++at] : null;
            items.Add((JsonNode)new JsonObject { [action] = Item(target, id, document, requireAlias) });
        }
        return new() { ["took"] = 3, ["errors"] = items.Any(item => (int)item!.AsObject().Single().Value!["status"]! >= 300), ["items"] = items };
    }

    JsonObject Item(string target, string id, string? document, bool requireAlias)
    {
        if (ItemFaults.TryGetValue(id, out var fault) && fault.Times > 0)
        {
            ItemFaults[id] = (fault.Status, fault.Times - 1);
            return Failed(id, fault.Status, fault.Status == 429 ? "es_rejected_execution_exception" : "document_parsing_exception");
        }
        try
        {
            var index = Named(target);
            if (requireAlias && index.Name == target)
                return Failed(id, 404, "index_not_found_exception");
            if (document is null)
                return new() { ["_id"] = id, ["status"] = index.Documents.Remove(id) ? 200 : 404, ["result"] = "deleted" };
            index.Put(id, (JsonObject)JsonNode.Parse(document)!);
            return new() { ["_id"] = id, ["status"] = 201, ["result"] = "created" };
        }
        catch (StandInRefusal refusal)
        {
            return Failed(id, refusal.Status, refusal.Kind);
        }
    }

    static JsonObject Failed(string id, int status, string kind) => new() { ["_id"] = id, ["status"] = status, ["error"] = new JsonObject { ["type"] = kind, ["reason"] = "stand-in" } };

    StandInIndex Named(string name) =>
        Indices.GetValueOrDefault(name) ?? Indices.Values.SingleOrDefault(index => index.Aliases.Contains(name))
        ?? throw new StandInRefusal(404, "index_not_found_exception", name);

    static JsonObject Acknowledged(Action act)
    {
        act();
        return new() { ["acknowledged"] = true };
    }
}

sealed class StandInRefusal(int status, string kind, string reason) : Exception(reason)
{
    public int Status => status;

    public string Kind => kind;
}
