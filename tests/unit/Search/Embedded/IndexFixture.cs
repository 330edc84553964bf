using HealthDoers.Search;
using HealthDoers.Search.Embedded;
using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Embedded;

/// <summary>An index in a folder of its own, with a few documents that people could have written.</summary>
public sealed class IndexFixture : IDisposable
{
    long _cursor;

    public IndexFixture() => Engine = Open();

    public string Folder { get; } = Directory.CreateTempSubdirectory("search-test").FullName;

    public string File => Path.Combine(Folder, "search.db");

    public EmbeddedEngine Engine { get; private set; }

    public static SearchDocument Document(string id, string title, string summary = "", string body = "") => new()
    {
        Kind = "idea",
        Id = id,
        Url = $"/ideas/{id}",
        Title = title,
        Summary = summary,
        Body = body,
        Audience = [Audience.Everyone],
        PublishedAt = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public ValueTask<IndexState> Add(params SearchDocument[] documents) => Engine.ApplyAsync(new(documents, [], ++_cursor));

    public ValueTask<IndexState> Remove(params DocumentKey[] keys) => Engine.ApplyAsync(new([], keys, ++_cursor));

    public ValueTask<SearchPage> Ask(string text) => Ask(new SearchQuery { Text = text });

    public ValueTask<SearchPage> Ask(SearchQuery query) => Engine.SearchAsync(query);

    public ValueTask<IndexState> Apply(IndexBatch batch) => Engine.ApplyAsync(batch);

    public ValueTask<IndexState> State() => Engine.StateAsync();

    public ValueTask<IndexState> Clear() => Engine.ClearAsync();

    public async Task<string[]> Found(string text) => Ids(await Ask(text));

    public async Task<string[]> Found(SearchQuery query) => Ids(await Engine.SearchAsync(query));

    public static string[] Ids(SearchPage page) => [.. page.Items.Select(item => item.Id)];

    public void Close() => Engine.Dispose();

    public void Reopen()
    {
        Engine.Dispose();
        Engine = Open();
    }

    public void Dispose()
    {
        Engine.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    EmbeddedEngine Open() => new(Folder, Lexicon.Shipped, TimeProvider.System);
}
