using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Spotlights;

namespace HealthDoers.Tests.Domain.Spotlights;

public class RotationTests
{
    static readonly Gen<int[][]> Items = Gen.Choose(0, 7).ArrayOf().ArrayOf();

    [Fact]
    public void Every_item_has_its_turn_and_as_many_turns_as_there_are_groups_show_all_of_them() =>
        Prop.ForAll(Items.ToArbitrary(), items =>
        {
            var groups = items.SelectMany(i => i).Distinct().ToList();
            var inTurn = Rotation.InTurn(items.Select((i, n) => (Number: n, Groups: i.Select(g => $"{g}").ToList())), i => i.Groups);
            var seen = inTurn.Take(groups.Count).SelectMany(i => i.Groups).Distinct().Count();
            return seen == groups.Count && inTurn.Select(i => i.Number).Order().SequenceEqual(Enumerable.Range(0, items.Length));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_day_shows_the_next_one()
    {
        var monday = People.Monday;
        List<string> inTurn = ["a", "b", "c"];

        var shown = Enumerable.Range(0, 3).Select(day => Rotation.Today(inTurn, monday.AddDays(day))).ToList();

        Assert.Equal(3, shown.Distinct().Count());
        Assert.Equal(shown[0], Rotation.Today(inTurn, monday.AddHours(3)));
        Assert.Null(Rotation.Today<string>([], monday));
    }
}
