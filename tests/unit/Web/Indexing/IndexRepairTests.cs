using HealthDoers.Tests.Web.Search;

namespace HealthDoers.Tests.Web.Indexing;

public sealed class IndexRepairTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("healthdoers-index-").FullName;

    string IndexFile => Path.Combine(_folder, "search", "search.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("gone")]
    [InlineData("rubbish")]
    public async Task An_index_harmed_while_the_site_was_down_is_filled_again_at_start(string harm)
    {
        await using (var before = SearchSite.On(_folder))
        {
            await before.UntilReadyAsync();
            await before.PublishAsync("Quizzical bicycles");
            await before.UntilTotalAsync(1, "q=quizzical");
        }
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "search")))
        {
            File.Delete(file);
            if (harm == "rubbish")
                await File.WriteAllTextAsync(file, new string('x', 40_000), TestContext.Current.CancellationToken);
        }
        await using var after = SearchSite.On(_folder);
        await after.UntilTotalAsync(1, "q=quizzical");
        await after.UntilReadyAsync();
    }

    [Theory]
    [InlineData("overwritten")]
    [InlineData("cut")]
    [InlineData("deleted")]
    public async Task An_index_harmed_while_the_site_runs_recovers_by_itself(string harm)
    {
        await using var site = SearchSite.On(_folder);
        await site.UntilReadyAsync();
        await site.PublishAsync("Quizzical bicycles");
        await site.UntilTotalAsync(1, "q=quizzical");
        Harm(harm);
        await site.PublishAsync("Peripatetic libraries");
        await site.UntilTotalAsync(1, "q=peripatetic");
        await site.UntilReadyAsync();
        await site.UntilTotalAsync(1, "q=quizzical");
    }

    void Harm(string harm)
    {
        if (harm == "deleted")
        {
            File.Delete(IndexFile);
            return;
        }
        using var file = new FileStream(IndexFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (harm == "cut")
        {
            file.SetLength(4_096);
            return;
        }
        var rubbish = new byte[file.Length];
        Array.Fill(rubbish, (byte)0xA5);
        file.Write(rubbish);
    }
}
