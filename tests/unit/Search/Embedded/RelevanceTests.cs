using HealthDoers.Search;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class RelevanceTests : IDisposable
{
    readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task A_word_in_the_title_says_more_than_in_the_body()
    {
        await _index.Add(IndexFixture.Document("body", "Streets", body: "gardens " + Filler(20)), IndexFixture.Document("title", "Gardens", body: Filler(20)));
        Assert.Equal(["title", "body"], await _index.Found("gardens grow"));
    }

    [Fact]
    public async Task An_exact_title_is_first_whatever_its_words_weigh()
    {
        await _index.Add(
            IndexFixture.Document("much", "School health, health of schools, health at school", "school health", "school health health school"),
            IndexFixture.Document("exact", "Health at School"));
        Assert.Equal("exact", (await _index.Found("health at school"))[0]);
    }

    [Fact]
    public async Task The_document_with_all_of_the_words_comes_before_one_with_half_of_them()
    {
        await _index.Add(
            IndexFixture.Document("half", "Walking, walking and walking"),
            IndexFixture.Document("all", "A school", body: "Children go there by walking together."));
        Assert.Equal("all", (await _index.Found("walking school children"))[0]);
    }

    [Fact]
    public async Task A_text_about_the_thing_that_lacks_a_word_comes_before_long_ones_that_have_all_by_chance()
    {
        await _index.Add([IndexFixture.Document("about", "Asthma and exercise", "Exercise with asthma."), .. Enumerable.Range(0, 20).Select(number =>
            IndexFixture.Document($"long-{number}", $"Notes {number}", body: $"Asthma. {Filler(80)} Exercise. {Filler(80)} Safely. {Filler(80)}"))]);
        Assert.Equal("about", (await _index.Found("exercise safely asthma"))[0]);
    }

    [Fact]
    public async Task Ordered_by_date_nothing_stands_first_for_one_common_word_alone()
    {
        await _index.Add([.. Enumerable.Range(0, 20).Select(number => IndexFixture.Document($"both-{number}", "School gardens")),
            IndexFixture.Document("one", "School") with { PublishedAt = DateTimeOffset.UtcNow }]);
        Assert.StartsWith("both", (await _index.Found(new SearchQuery { Text = "school gardens", Sort = SearchSort.Newest }))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_can_be_looked_at_is_counted_to_ten_thousand_and_the_titles_come_first()
    {
        await _index.Add([IndexFixture.Document("old", "Walking") with { PublishedAt = DateTimeOffset.UtcNow.AddYears(-20) },
            .. Enumerable.Range(0, 10_500).Select(number => IndexFixture.Document($"n{number}", $"Notes {number}", body: "We went walking."))]);
        var page = await _index.Ask("walking");
        Assert.Equal((10_000, true, "old"), (page.Total, page.TotalIsLowerBound, page.Items[0].Id));
    }

    [Fact]
    public async Task Words_that_stand_together_come_before_the_same_words_apart()
    {
        await _index.Add(
            IndexFixture.Document("apart", "Notes", body: "A desert of paper. " + Filler(12) + " Then we had food."),
            IndexFixture.Document("together", "Notes", body: "We had a food desert. " + Filler(12) + " Then paper."));
        Assert.Equal(["together", "apart"], await _index.Found("food desert"));
    }

    [Fact]
    public async Task Between_equals_the_better_proven_is_first()
    {
        var plain = IndexFixture.Document("idea", "Community garden") with { Evidence = "idea" };
        await _index.Add(plain, plain with { Id = "bright", Evidence = "brightSpot" }, plain with { Id = "tested", Evidence = "tested" });
        Assert.Equal(["bright", "tested", "idea"], await _index.Found("garden"));
    }

    [Fact]
    public async Task Between_equals_the_fresher_is_first()
    {
        var old = IndexFixture.Document("old", "Community garden") with { PublishedAt = DateTimeOffset.UtcNow.AddYears(-5) };
        await _index.Add(old, old with { Id = "new", PublishedAt = DateTimeOffset.UtcNow });
        Assert.Equal(["new", "old"], await _index.Found("garden"));
    }

    [Fact]
    public async Task Scores_never_rise_down_the_page()
    {
        await _index.Add([.. Enumerable.Range(0, 500).Select(i => IndexFixture.Document($"d{i}", $"Garden {i}", body: Filler(i % 40) + (i % 3 == 0 ? " garden" : "")))]);
        var scores = new List<double>();
        for (var page = 1; page <= 5; page++)
            scores.AddRange((await _index.Ask(new SearchQuery { Text = "garden", Page = page, Size = 100 })).Items.Select(item => item.Score));
        Assert.Equal(500, scores.Count);
        Assert.Equal(scores.OrderDescending(), scores);
    }

    static string Filler(int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => $"filler{i}"));

    [Fact]
    public async Task A_total_that_left_common_words_out_says_so()
    {
        await _index.Add([.. Enumerable.Range(0, 10_050).Select(i => IndexFixture.Document($"c{i}", "Common")), .. Enumerable.Range(0, 5).Select(i => IndexFixture.Document($"r{i}", "Rare"))]);
        Assert.True((await _index.Ask("rare common")).TotalIsLowerBound);
        Assert.True((await _index.Ask("common")).TotalIsLowerBound);
        Assert.False((await _index.Ask("rare")).TotalIsLowerBound);
    }
}
