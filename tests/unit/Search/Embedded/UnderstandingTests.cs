
namespace HealthDoers.Tests.Search.Embedded;

public sealed class UnderstandingTests : IDisposable
{
    readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("childhood obesity", "obesity")]
    [InlineData("kids too heavy", "obesity")]
    [InlineData("no place to buy veggies", "food")]
    [InlineData("lonely", "alone")]
    [InlineData("ER", "emergency")]
    [InlineData("homeless", "housing")]
    [InlineData("niños", "kids-es")]
    [InlineData("verdura", "food-es")]
    public async Task Kitchen_table_words_find_what_research_calls_otherwise(string asked, string found)
    {
        await _index.Add(
            IndexFixture.Document("obesity", "Preventing obesity in childhood"),
            IndexFixture.Document("food", "A corner store ends a food desert"),
            IndexFixture.Document("alone", "Coffee against social isolation"),
            IndexFixture.Document("emergency", "Fewer visits to the emergency department"),
            IndexFixture.Document("housing", "Ending homelessness for veterans"),
            IndexFixture.Document("kids-es", "Un huerto para la niñez") with { Language = "es" },
            IndexFixture.Document("food-es", "Verduras frescas en la tiendita") with { Language = "es" });
        Assert.Contains(found, await _index.Found(asked));
    }

    [Fact]
    public async Task The_words_that_were_typed_come_before_what_we_thought_of()
    {
        await _index.Add(IndexFixture.Document("thought", "Ideas for children"), IndexFixture.Document("typed", "Ideas for kids"));
        Assert.Equal(["typed", "thought"], await _index.Found("kids"));
    }

    [Theory]
    [InlineData("wellb")]
    [InlineData("obesi")]
    [InlineData("Obésit")]
    public async Task The_last_word_may_be_unfinished(string asked)
    {
        await _index.Add(IndexFixture.Document("hit", "Obesity and wellbeing"), IndexFixture.Document("other", "Streets"));
        Assert.Equal(["hit"], await _index.Found(asked));
    }

    [Fact]
    public async Task A_slip_is_repaired_and_said()
    {
        await _index.Add(IndexFixture.Document("hit", "Asthma in children"));
        var page = await _index.Ask("Astma in chidlren?");
        Assert.Equal(["hit"], IndexFixture.Ids(page));
        Assert.Equal("asthma in children?", page.DidYouMean);
    }

    [Theory]
    [InlineData("kids too hevy", "kids too heavy", "obesity")]
    [InlineData("vegies", "veggies", "food")]
    [InlineData("lonley people", "lonely people", "alone")]
    public async Task A_slip_in_an_everyday_word_is_repaired_although_no_document_has_it(string asked, string meant, string found)
    {
        await _index.Add(
            IndexFixture.Document("obesity", "Preventing obesity"), IndexFixture.Document("food", "Fresh produce"), IndexFixture.Document("alone", "Coffee against social isolation"));
        var page = await _index.Ask(asked);
        Assert.Equal(meant, page.DidYouMean);
        Assert.Equal([found], IndexFixture.Ids(page));
    }

    [Fact]
    public async Task A_known_word_is_not_repaired()
    {
        await _index.Add(IndexFixture.Document("a", "Trails"), IndexFixture.Document("b", "Trials"));
        var page = await _index.Ask("trials now");
        Assert.Null(page.DidYouMean);
        Assert.Equal(["b"], IndexFixture.Ids(page));
    }

    [Fact]
    public async Task Quoted_words_have_to_stand_together()
    {
        await _index.Add(IndexFixture.Document("hit", "A walking school bus"), IndexFixture.Document("apart", "A bus to walking near school"));
        Assert.Equal(["hit"], await _index.Found("\"walking school bus\""));
    }

    [Fact]
    public async Task A_quotation_that_nobody_wrote_falls_back_to_its_words()
    {
        await _index.Add(IndexFixture.Document("near", "A bus to school"));
        Assert.Equal(["near"], await _index.Found("\"school bus\""));
    }

    [Theory]
    [InlineData("jovenes", "jóvenes")]
    [InlineData("JÓVENES", "jóvenes")]
    [InlineData("comunidad", "comunidades")]
    public async Task Spanish_is_found_without_accents_and_in_any_number(string asked, string written)
    {
        await _index.Add(IndexFixture.Document("es", $"Ideas de {written}") with { Language = "es" });
        Assert.Equal(["es"], await _index.Found(asked + " "));
    }

    [Fact]
    public async Task Few_whole_answers_are_followed_by_the_nearest()
    {
        await _index.Add(IndexFixture.Document("whole", "Walking school bus"), IndexFixture.Document("near", "School lunch"));
        Assert.Equal(["whole", "near"], await _index.Found("walking school"));
    }
}
