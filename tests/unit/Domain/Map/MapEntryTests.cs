using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;

namespace HealthDoers.Tests.Domain.Map;

public sealed class MapEntryTests
{
    static readonly Place Maywood = new(new(41.88, -87.84), Precision.Near, new(41.87, -87.85), "Maywood", "US.IL", "US");
    static readonly MapEntryContent Content = new(MapLayer.ChangeAgent, "Ana", "Gardens", "", [], Audience.Everyone);

    [Fact]
    public void An_entry_without_an_account_waits_for_its_mail()
    {
        var entry = MapEntry.OfVisitor("hash", Content, Maywood, People.Monday);
        Assert.Null(entry.ConfirmedAt);
        Assert.Empty(entry.Raised);
        entry.Confirm(People.Monday.AddHours(1));
        Assert.IsType<MapEntryChanged>(Assert.Single(entry.Raised));
    }

    [Fact]
    public void A_second_press_confirms_nothing_anew()
    {
        var entry = MapEntry.OfVisitor("hash", Content, Maywood, People.Monday);
        entry.Confirm(People.Monday);
        entry.Confirm(People.Monday.AddDays(1));
        Assert.Equal(People.Monday, entry.ConfirmedAt);
        Assert.Single(entry.Raised);
    }

    [Fact]
    public void A_member_is_on_the_map_at_once_and_a_suspended_one_is_not()
    {
        Assert.NotNull(MapEntry.OfMember(People.Ana(), Content, Maywood, People.Monday).ConfirmedAt);
        var joe = People.Joe();
        joe.SuspendBy(People.Administrator(), "shouting", People.Monday);
        Assert.Throws<RuleBrokenException>(() => MapEntry.OfMember(joe, Content, Maywood, People.Monday));
    }

    [Fact]
    public void A_stale_edit_overwrites_nothing()
    {
        var entry = MapEntry.OfMember(People.Ana(), Content, Maywood, People.Monday);
        entry.Edit(Content with { Title = "Ana Flores" }, Maywood, seenVersion: 1, People.Monday);
        Assert.Throws<StaleEntryException>(() => entry.Edit(Content with { Title = "Joe" }, Maywood, seenVersion: 1, People.Monday));
        Assert.Equal("Ana Flores", entry.Title);
    }

    [Fact]
    public void Only_an_editor_takes_an_entry_off_the_map()
    {
        var entry = MapEntry.OfMember(People.Ana(), Content, Maywood, People.Monday);
        Assert.Throws<RuleBrokenException>(() => entry.TakeDownBy(People.Joe(), "spam", People.Monday));
        Assert.Throws<RuleBrokenException>(() => entry.PutBackBy(People.Joe()));
        entry.TakeDownBy(People.Editor(), "an advertisement", People.Monday);
        Assert.Equal("an advertisement", entry.TakenDown?.Reason);
    }

    [Fact]
    public void A_printed_place_and_what_is_shown_of_it_say_nothing_of_the_true_point()
    {
        foreach (var text in new[] { Maywood.ToString(), Maywood.Shown.ToString() })
        {
            Assert.DoesNotContain("41.88", text, StringComparison.Ordinal);
            Assert.DoesNotContain("87.84", text, StringComparison.Ordinal);
        }
    }
}
