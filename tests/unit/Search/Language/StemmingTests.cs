using HealthDoers.Search.Language;

namespace HealthDoers.Tests.Search.Language;

public class StemmingTests
{
    // Examples of the 1980 paper, carried through all of its steps.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("sized", "size")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    [InlineData("relational", "relat")]
    [InlineData("rational", "ration")]
    [InlineData("generalization", "gener")]
    [InlineData("triplicate", "triplic")]
    [InlineData("hopefulness", "hope")]
    [InlineData("adoption", "adopt")]
    [InlineData("replacement", "replac")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("controlling", "control")]
    public void English_words_lose_their_endings(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("ninos", "nina")]
    [InlineData("luces", "luz")]
    [InlineData("hospitales", "hospital")]
    [InlineData("saludables", "saludable")]
    [InlineData("comunidades", "comunidad")]
    public void Spanish_number_and_gender_meet(string one, string other) => Assert.Equal(SpanishStemmer.Stem(one), SpanishStemmer.Stem(other));

    [Theory]
    [InlineData("b12", "b12")]
    [InlineData("здоровье", "здоровье")]
    [InlineData("is", "is")]
    public void What_is_no_English_word_stays(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));
}
