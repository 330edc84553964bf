using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain.Stories;

public sealed class FeaturedTurnTests
{
    static readonly FeaturedSince[] Old = [.. Enumerable.Range(0, 5).Select(_ => new FeaturedSince(Guid.CreateVersion7(), People.Monday.AddDays(-30), []))];
    static readonly FeaturedSince Newest = new(Guid.CreateVersion7(), People.Monday, []);

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    public void The_newest_leads_on_its_first_day(int hours) =>
        Assert.Equal(Newest.Id, FeaturedTurn.At(People.Monday.AddHours(hours), [.. Old, Newest]));

    [Fact]
    public void From_the_second_day_on_each_has_its_turn()
    {
        FeaturedSince[] all = [.. Old, Newest];

        var leads = Enumerable.Range(1, all.Length).Select(day => FeaturedTurn.At(People.Monday.AddDays(day), all)!.Value).ToHashSet();

        Assert.Equal(all.Select(f => f.Id).ToHashSet(), leads);
    }

    [Fact]
    public void What_was_featured_in_one_go_takes_turns_from_the_start() =>
        Assert.Equal(Old.Length, Enumerable.Range(0, Old.Length).Select(day => FeaturedTurn.At(Old[0].From.AddDays(day), Old)).Distinct().Count());

    [Fact]
    public void Nothing_featured_leads_nothing() => Assert.Null(FeaturedTurn.At(People.Monday, []));
}
