using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Language;

public class TokenizerTests
{
    [Theory]
    [InlineData("Well-being, for ALL!", "well being for all")]
    [InlineData("niñez y jóvenes", "ninez y jovenes")]
    [InlineData("a mother's story; don’t", "a mother story dont")]
    [InlineData("Straße Ærø Łódź", "strasse aero lodz")]
    [InlineData("健康", "健 康")]
    [InlineData("rock 'n' roll's", "rock n roll")]
    [InlineData("5 mg. B12", "5 mg b12")]
    public void Text_becomes_folded_words(string text, string words) => Assert.Equal(words, Words(text));

    [Fact]
    public void A_combining_accent_folds_like_a_built_in_one() => Assert.Equal(Words("café"), Words("cafe\u0301"));

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var token = Assert.Single(Tokenizer.Tokens(new string('a', 10_000)));
        Assert.Equal(Tokenizer.MaxWordLength, token.Word.Length);
        Assert.Equal(10_000, token.Length);
    }

    [Fact]
    public void Any_text_gives_words_in_order_within_it() =>
        Prop.ForAll<string>(text =>
        {
            var end = 0;
            foreach (var token in Tokenizer.Tokens(text ?? ""))
            {
                if (token.Start < end || token.End > text!.Length || token.Word.Length == 0 || token.Word.Contains(' ', StringComparison.Ordinal) || token.Word.Contains('"', StringComparison.Ordinal))
                    return false;
                end = token.End;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    static string Words(string text) => string.Join(' ', Tokenizer.Tokens(text).Select(token => token.Word));
}
