using HealthDoers.Search;
using Microsoft.Data.Sqlite;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class IndexKeepingTests : IDisposable
{
    readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task A_new_index_asks_to_be_filled_until_it_has_a_cursor()
    {
        Assert.Equal(new IndexState(0, true, 0), await _index.State());
        Assert.True((await _index.Apply(new([IndexFixture.Document("a", "Garden")], [], null))).NeedsRebuild);
        Assert.True((await _index.Ask("garden")).IsRebuilding);
        Assert.Equal(new IndexState(42, false, 1), await _index.Apply(new([], [], 42)));
        Assert.False((await _index.Ask("garden")).IsRebuilding);
    }

    [Fact]
    public async Task What_was_applied_is_there_after_a_restart()
    {
        await _index.Add(IndexFixture.Document("a", "Garden") with { Topics = [new("food", "Food")], Point = new(1, 2) });
        _index.Reopen();
        Assert.Equal(new IndexState(1, false, 1), await _index.State());
        var near = new SearchQuery { Text = "garden", Topics = ["food"], Place = new SearchPlace.Near(new(1, 2), 5) };
        Assert.Equal(["a"], await _index.Found(near));
    }

    [Fact]
    public async Task A_changed_document_is_found_by_its_new_words_only()
    {
        await _index.Add(IndexFixture.Document("a", "Garden"), IndexFixture.Document("b", "Street"));
        await _index.Add(IndexFixture.Document("a", "Kitchen"));
        Assert.Empty(await _index.Found("garden "));
        Assert.Equal(["a"], await _index.Found("kitchen"));
        Assert.Null((await _index.Ask("gardn")).DidYouMean);
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_deleting_it_again_is_harmless()
    {
        await _index.Add(IndexFixture.Document("a", "Garden"), IndexFixture.Document("b", "Garden"));
        await _index.Remove(new("idea", "a"), new("idea", "never"));
        await _index.Remove(new DocumentKey("idea", "a"));
        Assert.Equal(["b"], await _index.Found("garden"));
        Assert.Equal(1, (await _index.Ask("")).Total);
    }

    [Fact]
    public async Task A_word_that_many_have_is_looked_up_again_after_a_change()
    {
        await _index.Add([.. Enumerable.Range(0, 1_200).Select(number => IndexFixture.Document($"d{number}", $"Garden {number}"))]);
        Assert.Equal(1_200, (await _index.Ask("garden ")).Total);
        await _index.Remove(new("idea", "d7"), new("idea", "d8"));
        Assert.Equal(1_198, (await _index.Ask("garden ")).Total);
        await _index.Add(IndexFixture.Document("new", "Garden"));
        Assert.Equal((1_199, "new"), await _index.Ask("garden ") is var page ? (page.Total, page.Items[0].Id) : default);
    }

    [Fact]
    public async Task The_same_batch_twice_changes_nothing()
    {
        var batch = new IndexBatch([IndexFixture.Document("a", "Garden"), IndexFixture.Document("a", "Kitchen garden")], [new("idea", "x")], 7);
        await _index.Apply(batch);
        Assert.Equal(new IndexState(7, false, 1), await _index.Apply(batch));
        Assert.Equal("Kitchen garden", Assert.Single((await _index.Ask("garden")).Items).Title);
    }

    [Fact]
    public async Task Clearing_asks_for_a_rebuild()
    {
        await _index.Add(IndexFixture.Document("a", "Garden"));
        Assert.Equal(new IndexState(0, true, 0), await _index.Clear());
        Assert.Empty(await _index.Found("garden"));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("rubbish")]
    [InlineData("cut")]
    [InlineData("version")]
    [InlineData("foreign")]
    public async Task A_file_that_cannot_be_used_is_made_anew_and_can_be_filled(string harm)
    {
        await _index.Add([.. Enumerable.Range(0, 300).Select(i => IndexFixture.Document($"d{i}", $"Garden {i}", body: string.Concat(Enumerable.Repeat("words ", i))))]);
        _index.Close();
        Harm(harm);
        _index.Reopen();
        Assert.Equal(new IndexState(0, true, 0), await _index.State());
        await _index.Add(IndexFixture.Document("a", "Garden"));
        Assert.Equal(["a"], await _index.Found("garden"));
    }

    [Fact]
    public async Task A_file_that_somebody_else_wrote_to_asks_for_a_rebuild()
    {
        await _index.Add(IndexFixture.Document("a", "Garden"));
        using (var stranger = new SqliteConnection($"Data Source={_index.File};Pooling=False"))
        {
            stranger.Open();
            using var write = stranger.CreateCommand();
            write.CommandText = "UPDATE documents SET number = number + 1";
            write.ExecuteNonQuery();
        }
        Assert.Equal(new IndexState(0, true, 0), await _index.Apply(new([IndexFixture.Document("b", "Kitchen")], [], null)));
    }

    [Fact]
    public async Task Damage_while_running_asks_for_a_rebuild_and_is_no_crash()
    {
        await _index.Add([.. Enumerable.Range(0, 2_000).Select(i => IndexFixture.Document($"d{i}", $"Garden {i}", body: string.Join(' ', Enumerable.Range(i, 40).Select(w => $"word{w}"))))]);
        _index.Reopen();
        using (var file = File.Open(_index.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = 8_192;
            var rubbish = new byte[4_096];
            Array.Fill(rubbish, (byte)0xA5);
            while (file.Position < file.Length)
                file.Write(rubbish);
        }

        var page = await _index.Ask("garden");
        Assert.True(page.IsRebuilding);
        Assert.True((await _index.State()).NeedsRebuild);
        await _index.Add(IndexFixture.Document("a", "Garden"));
        Assert.Equal(["a"], await _index.Found("garden"));
    }

    [Fact]
    public async Task A_file_that_vanishes_while_running_is_noticed_by_the_next_batch()
    {
        await _index.Add(IndexFixture.Document("a", "Garden"));
        File.Delete(_index.File);
        Assert.True((await _index.Add(IndexFixture.Document("b", "Street"))).NeedsRebuild);
    }

    [Fact]
    public async Task Many_may_ask_while_one_writes()
    {
        await _index.Add(IndexFixture.Document("first", "Garden first"));
        using var done = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var last = 0;
            while (!done.IsCancellationRequested)
            {
                var total = (await _index.Ask("garden")).Total;
                Assert.True(total >= last);
                last = total;
            }
        })).ToList();
        for (var i = 0; i < 50; i++)
            await _index.Add([.. Enumerable.Range(0, 4).Select(n => IndexFixture.Document($"d{i}-{n}", $"Garden {i} {n}"))]);
        await done.CancelAsync();
        await Task.WhenAll(asking);
        Assert.Equal(201, (await _index.Ask("garden")).Total);
    }

    void Harm(string harm)
    {
        switch (harm)
        {
            case "gone":
                File.Delete(_index.File);
                break;
            case "rubbish":
                File.WriteAllText(_index.File, new string('x', 50_000));
                break;
            case "cut":
                using (var file = File.OpenWrite(_index.File))
                    file.SetLength(10_000);
                break;
            case "version":
                Run("PRAGMA user_version = 999");
                break;
            default:
                File.Delete(_index.File);
                Run("CREATE TABLE somebody_elses (id INTEGER)");
                break;
        }
    }

    void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_index.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
