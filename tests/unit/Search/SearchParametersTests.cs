using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Search;

namespace HealthDoers.Tests.Search;

public class SearchParametersTests
{
    [Fact]
    public void Every_parameter_is_read()
    {
        var query = Read(new()
        {
            Q = "walking",
            Kind = "idea,story",
            Topic = "food, schools",
            Source = "research",
            Evidence = "tested",
            Skill = "lw",
            Place = "Algoma, WI",
            Sort = "mostAdapted",
            Page = "3",
            Size = "50",
        }, out var refusals);

        Assert.Empty(refusals);
        Assert.Equal("walking", query.Text);
        Assert.Equal(["idea", "story"], query.Kinds);
        Assert.Equal(["food", "schools"], query.Topics);
        Assert.Equal(new SearchPlace.Named("Algoma, WI"), query.Place);
        Assert.Equal((SearchSort.MostAdapted, 3, 50), (query.Sort, query.Page, query.Size));
    }

    [Fact]
    public void Nothing_given_is_the_first_twenty_of_everything()
    {
        var query = Read(new(), out var refusals);
        Assert.Empty(refusals);
        Assert.Equal(("", 1, 20, SearchSort.Relevance), (query.Text, query.Page, query.Size, query.Sort));
    }

    [Fact]
    public void Three_numbers_are_a_circle() =>
        Assert.Equal(new SearchPlace.Near(new(44.6, -87.4), 25), Read(new() { Place = "44.6,-87.4,25" }, out _).Place);

    [Theory]
    [InlineData("kind", "kitten", RefusalKind.UnknownKind)]
    [InlineData("sort", "best", RefusalKind.UnknownSort)]
    [InlineData("page", "0", RefusalKind.PageTooSmall)]
    [InlineData("page", "two", RefusalKind.NotAWholeNumber)]
    [InlineData("page", "1000000", RefusalKind.TooDeep)]
    [InlineData("page", "99999999999999", RefusalKind.NotAWholeNumber)]
    [InlineData("size", "-1", RefusalKind.SizeOutOfRange)]
    [InlineData("size", "101", RefusalKind.SizeOutOfRange)]
    [InlineData("place", "91,0,5", RefusalKind.BadCircle)]
    [InlineData("place", "0,181,5", RefusalKind.BadCircle)]
    [InlineData("place", "0,0,-5", RefusalKind.BadCircle)]
    public void What_cannot_be_taken_is_refused_by_its_field(string field, string value, RefusalKind kind)
    {
        var parameters = new SearchParameters
        {
            Kind = field == "kind" ? value : null,
            Sort = field == "sort" ? value : null,
            Page = field == "page" ? value : null,
            Size = field == "size" ? value : null,
            Place = field == "place" ? value : null,
        };
        Read(parameters, out var refusals);
        var refusal = Assert.Single(refusals);
        Assert.Equal((field, kind), (refusal.Field, refusal.Kind));
        Assert.EndsWith(".", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_page_in_reach_is_taken_and_the_next_is_not()
    {
        Read(new() { Page = "100", Size = "100" }, out var refusals);
        Assert.Empty(refusals);
        Read(new() { Page = "101", Size = "100" }, out refusals);
        Assert.Single(refusals);
    }

    [Fact]
    public void Two_hundred_topics_are_too_many()
    {
        Read(new() { Topic = string.Join(',', Enumerable.Range(0, 200)) }, out var refusals);
        Assert.Equal(RefusalKind.TooManyValues, Assert.Single(refusals).Kind);
    }

    [Fact]
    public void Whatever_stands_in_an_address_gives_a_query_within_the_limits() =>
        Prop.ForAll<string, string, string>((a, b, c) =>
        {
            var query = Read(new() { Q = a, Kind = b, Topic = c, Place = a, Sort = b, Page = c, Size = a, Skill = b, Evidence = c }, out _);
            return query.Page >= 1 && query.Size is >= 1 and <= 100 && query.Page * query.Size <= SearchQuery.MaxReach;
        }).QuickCheckThrowOnFailure();

    static SearchQuery Read(SearchParameters parameters, out IReadOnlyList<SearchRefusal> refusals) =>
        parameters.Read([Audience.Everyone], out refusals);
}
