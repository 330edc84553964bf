using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Words;

namespace HealthDoers.Tests.Domain.Words;

public class SlugTests
{
    [Theory]
    [InlineData("Food is medicine", "food-is-medicine")]
    [InlineData("  What's   new?  ", "whats-new")]
    [InlineData("Vivir mejor: niñez, corazón y vergüenza", "vivir-mejor-ninez-corazon-y-verguenza")]
    [InlineData("Gesundheit für ALLE, Straße & Öl", "gesundheit-fuer-alle-strasse-oel")]
    [InlineData("Ældre på Ærø, Þórður, Łódź", "aeldre-pa-aeroe-thordur-lodz")]
    [InlineData("Υγεία για όλους", "ygeia-gia-olous")]
    [InlineData("Здоровье для всех", "zdorove-dlya-vsekh")]
    [InlineData("Київ і Львів", "kiyiv-i-lviv")]
    [InlineData("ＦＵＬＬ ﬁt №1 x²", "full-fit-no1-x2")]
    [InlineData("Cafe\u0301 100%", "cafe-100")]
    [InlineData("健康 walk", "walk")]
    [InlineData("İstanbul", "istanbul")]
    public void A_title_is_spelled_in_plain_letters(string title, string slug) => Assert.Equal(slug, Slug.From(title, "story"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("健康")]
    [InlineData("🍎🍎")]
    [InlineData("\uFFFD")]
    public void A_title_with_nothing_to_spell_gets_its_kind_and_six_characters(string? title) =>
        Assert.Matches("^story-[a-z0-9]{6}$", Slug.From(title, "story"));

    [Theory]
    [InlineData("New", "story-new")]
    [InlineData("Drafts!", "story-drafts")]
    [InlineData("Search", "story-search")]
    public void A_reserved_word_is_led_by_the_kind(string title, string slug) => Assert.Equal(slug, Slug.From(title, "story"));

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("feed.json")]
    [InlineData("Admin")]
    [InlineData("edit")]
    public void Addresses_of_the_site_are_reserved(string word) => Assert.True(Slug.IsReserved(word));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("wellbeing", 40)), "story");
        Assert.Equal(string.Join('-', Enumerable.Repeat("wellbeing", 8)), slug);
    }

    [Fact]
    public void A_taken_slug_is_numbered_and_stays_within_its_length()
    {
        Assert.Equal("walk", Slug.Numbered("walk", 1));
        Assert.Equal("walk-2", Slug.Numbered("walk", 2));
        Assert.Equal(new string('x', 77) + "-12", Slug.Numbered(new string('x', 80), 12));
    }

    [Fact]
    public void Every_title_gives_a_valid_slug() =>
        Prop.ForAll<string>(title => Slug.IsValid(Slug.From(title, "story")) && Slug.IsValid(Slug.Numbered(Slug.From(title, "story"), 31)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("Ab")]
    [InlineData("new")]
    [InlineData("a b")]
    public void A_typed_slug_must_have_the_form(string slug) => Assert.False(Slug.IsValid(slug));
}
