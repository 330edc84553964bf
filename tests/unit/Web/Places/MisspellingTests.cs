using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Search.Language;
using HealthDoers.Web.Places;

namespace HealthDoers.Tests.Web.Places;

public sealed class MisspellingTests
{
    static Gen<string> Names { get; } = Gen.Choose(0, 20).SelectMany(length => Gen.Elements("aabc de".ToCharArray()).ArrayOf(length)).Select(letters => new string(letters));

    [Fact]
    public void It_counts_the_slips_that_the_table_counts() => Prop.ForAll(
        (from typed in Names from known in Names select (typed, known)).ToArbitrary(),
        pair => Assert.Equal(Spelling.Distance(pair.typed, pair.known, 100), new Misspelling(pair.typed).DistanceTo(Encoding.ASCII.GetBytes(pair.known)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("maywod", "maywood", 1)]
    [InlineData("watervlile", "waterville", 1)]
    [InlineData("edinbrugh", "edinburgh", 1)]
    [InlineData("", "rome", 4)]
    [InlineData("rome", "", 4)]
    public void A_letter_left_out_changed_or_swapped_is_one_slip(string typed, string known, int slips) =>
        Assert.Equal(slips, new Misspelling(typed).DistanceTo(Encoding.ASCII.GetBytes(known)));

    [Fact]
    public void The_longest_name_fills_every_bit()
    {
        var name = string.Concat(Enumerable.Repeat("abcdefgh", Misspelling.LongestName / 8));
        Assert.Equal(0, new Misspelling(name).DistanceTo(Encoding.ASCII.GetBytes(name)));
        Assert.Equal(2, new Misspelling(name).DistanceTo(Encoding.ASCII.GetBytes($"x{name}y")));
    }

    /// <summary>What the letters pass over, no number of slips that is forgiven could have made.</summary>
    [Fact]
    public void Letters_never_pass_over_a_name_within_reach() => Prop.ForAll(
        (from typed in Names from known in Names select (typed, known)).ToArbitrary(),
        pair =>
        {
            var (typed, known) = (PlaceName.LettersOf(Encoding.ASCII.GetBytes(pair.typed)), PlaceName.LettersOf(Encoding.ASCII.GetBytes(pair.known)));
            var slips = new Misspelling(pair.typed).DistanceTo(Encoding.ASCII.GetBytes(pair.known));
            Assert.True(ulong.PopCount(known & ~typed) <= (ulong)slips && ulong.PopCount(typed & ~known) <= (ulong)slips);
        }).QuickCheckThrowOnFailure();
}
