using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Language;

public class SpellingTests
{
    [Theory]
    [InlineData("asthma", "asthma", 0)]
    [InlineData("astma", "asthma", 1)]
    [InlineData("chidlren", "children", 1)]
    [InlineData("obesitee", "obesity", 2)]
    [InlineData("food", "housing", 3)]
    [InlineData("", "ab", 2)]
    public void Slips_are_counted_up_to_the_most(string from, string to, int slips) => Assert.Equal(slips, Spelling.Distance(from, to, 2));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    [InlineData(8, 2)]
    public void Short_words_are_forgiven_less(int length, int slips) => Assert.Equal(slips, Spelling.Tolerance(length));
}
