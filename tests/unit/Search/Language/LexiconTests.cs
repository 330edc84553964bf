using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Language;

public class LexiconTests
{
    [Fact]
    public void The_shipped_file_has_no_bad_line_and_no_word_twice()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.txt")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var lexicon = Lexicon.Read(new StringReader(text), out var badLines);

        Assert.Empty(badLines);
        Assert.True(lexicon.Entries.Count >= 80);
        Assert.Equal(text.Split('\n').Count(line => line.Contains("->", StringComparison.Ordinal) && !line.StartsWith('#')), lexicon.Entries.Count);
    }

    [Fact]
    public void Expansions_carry_their_weight_or_the_usual_one()
    {
        var entry = Assert.Single(Read("kids -> children, youth 0.4").Entries);
        Assert.Equal([new("children", Lexicon.DefaultWeight), new("youth", 0.4)], entry.Expansions);
    }

    [Fact]
    public void One_entry_serves_singular_and_plural() => Assert.NotNull(Read("kids -> children").Find(["kid"]));

    [Fact]
    public void The_last_word_on_an_entry_wins()
    {
        Assert.True(LexiconEntry.TryParse("kid -> young goat", out var later));
        Assert.Equal("young goat", Assert.Single(Assert.Single(Read("kids -> children").With([later]).Entries).Expansions).Phrase);
    }

    [Fact]
    public void An_entry_without_expansions_takes_the_earlier_one_away() => Assert.Empty(Read("kids -> children\nkids ->").Entries);

    [Theory]
    [InlineData("kids children")]
    [InlineData("-> children")]
    [InlineData("kids -> children 0")]
    [InlineData("kids -> children 7")]
    [InlineData("a -> b -> c")]
    public void A_line_that_is_no_entry_is_reported_by_number(string line)
    {
        var lexicon = Lexicon.Read(new StringReader("# remark\n" + line), out var badLines);
        Assert.Empty(lexicon.Entries);
        Assert.Equal((2, line), Assert.Single(badLines));
    }

    static Lexicon Read(string text) => Lexicon.Read(new StringReader(text), out _);
}
