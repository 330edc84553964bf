using HealthDoers.Web.Access.Passwords;

namespace HealthDoers.Tests.Web.Access.Passwords;

public class PassphraseTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("xx")]
    public void An_offer_is_five_plain_words_that_the_judge_accepts(string language)
    {
        var passphrase = Passphrase.In(language);
        Assert.InRange(passphrase.WordsToChooseFrom, 1_800, 2_048);
        for (var i = 0; i < 50; i++)
        {
            var offer = passphrase.Offer();
            Assert.Matches("^[a-z]{3,8}(-[a-z]{3,8}){4}$", offer);
            Assert.True(PasswordJudge.Judge(offer).IsGood, offer);
        }
    }

    [Fact]
    public void Offers_differ() => Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Passphrase.In("en").Offer()).Distinct().Count());

    [Fact]
    public void Languages_have_words_of_their_own() =>
        Assert.NotSame(Passphrase.In("en"), Passphrase.In("es"));

    [Fact]
    public void Fewer_than_four_words_are_never_offered() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Passphrase.In("en").Offer(3));
}
