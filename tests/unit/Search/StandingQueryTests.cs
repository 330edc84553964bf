using HealthDoers.Search;
using HealthDoers.Search.Language;
using HealthDoers.Tests.Search.Embedded;

namespace HealthDoers.Tests.Search;

public sealed class StandingQueryTests
{
    static readonly SearchDocument Garden = IndexFixture.Document("garden", "A school garden", "Children grow vegetables") with
    {
        Topics = [new("food", "Healthy food")],
        Place = "Algoma, Wisconsin",
        Point = new(44.6, -87.4),
    };

    [Theory]
    [InlineData("garden", true)]
    [InlineData("gardens for kids", true)]
    [InlineData("veggies", true)]
    [InlineData("\"school garden\"", true)]
    [InlineData("\"garden school\"", false)]
    [InlineData("garden prison", false)]
    [InlineData("how do we get children to grow vegetables in a school garden here", true)]
    [InlineData("trucks", false)]
    [InlineData("!!!", false)]
    [InlineData("", false)]
    public void Nearly_all_of_the_words_have_to_be_met(string text, bool met) =>
        Assert.Equal(met, new StandingQuery(new() { Text = text }, Lexicon.Shipped).IsMetBy(new(Garden)));

    [Fact]
    public void What_was_chosen_has_to_be_met_too()
    {
        Assert.True(Meets(new() { Topics = ["food"], Kinds = ["idea"] }));
        Assert.False(Meets(new() { Text = "garden", Topics = ["streets"] }));
        Assert.True(Meets(new() { Place = new SearchPlace.Named("wisconsin") }));
        Assert.False(Meets(new() { Text = "garden", Place = new SearchPlace.Near(new(0, 0), 100) }));
    }

    [Fact]
    public void Whoever_may_not_find_it_is_not_told() =>
        Assert.False(new StandingQuery(new() { Text = "garden" }, Lexicon.Shipped).IsMetBy(new(Garden with { Audience = [Audience.Members] })));

    static bool Meets(SearchQuery query) => new StandingQuery(query, Lexicon.Shipped).IsMetBy(new(Garden));
}
