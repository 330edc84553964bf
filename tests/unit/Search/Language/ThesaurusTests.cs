using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Language;

public sealed class ThesaurusTests
{
    static readonly Thesaurus Small = Thesaurus.Read(new StringReader("nosebleed -> epistaxis\nlockjaw -> tetanus\norgan -> harmonium\nbroken line\n"));

    [Theory]
    [InlineData("nosebleed")]
    [InlineData("nosebleeds")]
    public void A_word_of_one_meaning_brings_its_others_with_less_weight(string word)
    {
        var expansion = Assert.Single(Lexicon.Empty.Over(Small).Find([word])!.Expansions);
        Assert.Equal("epistaxis", expansion.Phrase);
        Assert.InRange(expansion.Weight, 0.1, Lexicon.DefaultWeight - 0.1);
    }

    [Fact]
    public void A_word_that_only_has_the_stem_of_another_brings_nothing() => Assert.Null(Lexicon.Empty.Over(Small).Find(["organic"]));

    [Fact]
    public void What_people_wrote_lies_over_it_and_can_keep_it_quiet()
    {
        var lexicon = Lexicon.Empty.Over(Small).With([new("lockjaw", [new("stiff jaw", 0.5)]), new("organ", [])]);
        Assert.Equal("stiff jaw", Assert.Single(lexicon.Find(["lockjaw"])!.Expansions).Phrase);
        Assert.Null(lexicon.Find(["organ"]));
        Assert.NotNull(lexicon.With([]).Find(["nosebleed"]));
    }

    [Fact]
    public void A_word_that_it_knows_is_no_slip_and_is_not_offered_for_one()
    {
        var lexicon = Lexicon.Empty.Over(Small);
        Assert.True(lexicon.Knows("lockjaw"));
        Assert.DoesNotContain("lockjaw", lexicon.Words.AsEnumerable());
    }
}
