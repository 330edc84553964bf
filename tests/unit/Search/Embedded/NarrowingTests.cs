using HealthDoers.Search;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class NarrowingTests : IAsyncLifetime
{
    readonly IndexFixture _index = new();

    public async ValueTask InitializeAsync() => await _index.Add(
        IndexFixture.Document("food", "Garden for food") with
        {
            Topics = [new("food", "Food")],
            Place = "Algoma, Wisconsin",
            Point = new(44.61, -87.43),
            Sources = ["research"],
            Evidence = "tested",
            Skills = ["lw"],
            Population = ["children"],
            AdaptedCount = 2,
            PublishedAt = Day(1),
        },
        IndexFixture.Document("play", "Garden for play") with
        {
            Topics = [new("play", "Play"), new("food", "Food")],
            Place = "Proctor, Minnesota",
            Point = new(46.75, -92.23),
            Sources = ["livedExperience"],
            Evidence = "brightSpot",
            AdaptedCount = 9,
            PublishedAt = Day(2),
        },
        IndexFixture.Document("story", "Garden that was mine") with { Kind = "story", PublishedAt = Day(3) });

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<SearchQuery, string[]> Narrowed => new()
    {
        { new() { Kinds = ["story"] }, ["story"] },
        { new() { Kinds = ["story", "idea"], Topics = ["play"] }, ["play"] },
        { new() { Topics = ["food"], Sources = ["research"] }, ["food"] },
        { new() { Topics = ["food"], Sort = SearchSort.MostAdapted }, ["play", "food"] },
        { new() { Evidence = ["brightSpot"] }, ["play"] },
        { new() { Skills = ["lw"] }, ["food"] },
        { new() { Population = ["children"] }, ["food"] },
        { new() { Topics = ["unknown"] }, [] },
        { new() { Place = new SearchPlace.Named("wisconsin ALGOMA") }, ["food"] },
        { new() { Place = new SearchPlace.Named("!!") }, [] },
        { new() { Place = new SearchPlace.Near(new(44.5, -87.5), 30) }, ["food"] },
        { new() { Place = new SearchPlace.Near(new(45.7, -90), 400) }, ["play", "food"] },
        { new() { Sort = SearchSort.Newest }, ["story", "play", "food"] },
        { new() { Size = 2, Page = 2 }, ["food"] },
        { new() { Size = 2, Page = 3 }, [] },
    };

    [Theory]
    [MemberData(nameof(Narrowed), DisableDiscoveryEnumeration = true)]
    public async Task Browsing_narrows(SearchQuery query, string[] ids) => Assert.Equal(ids, await _index.Found(query));

    [Theory]
    [MemberData(nameof(Narrowed), DisableDiscoveryEnumeration = true)]
    public async Task A_question_narrows_to_the_same(SearchQuery query, string[] ids)
    {
        var found = await _index.Found(query with { Text = "garden", Page = 1, Size = 20 });
        if (query.Size == 20)
            Assert.Equal(ids.Order(), found.Order());
        else
            Assert.Equal(3, found.Length);
    }

    [Fact]
    public async Task Facets_count_every_match_and_not_only_the_page()
    {
        var page = await _index.Ask(new SearchQuery { Text = "garden", Size = 1 });
        Assert.Equal([new("idea", "idea", 2), new("story", "story", 1)], page.Facets[FacetNames.Kind]);
        Assert.Equal([new("food", "Food", 2), new("play", "Play", 1)], page.Facets[FacetNames.Topic]);
        Assert.Equal(2, page.Facets[FacetNames.Place].Count);
        Assert.Equal((3, false), (page.Total, page.TotalIsLowerBound));
    }

    static DateTimeOffset Day(int day) => new(2025, 1, day, 0, 0, 0, TimeSpan.Zero);
}
