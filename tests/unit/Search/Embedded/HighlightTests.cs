using FsCheck;
using FsCheck.Fluent;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class HighlightTests : IDisposable
{
    readonly IndexFixture _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Found_words_are_marked_in_every_field()
    {
        await _index.Add(IndexFixture.Document("a", "Gardens & parks", "One garden", "We were gardening."));
        var highlights = (await _index.Ask("garden")).Items[0].Highlights;
        Assert.Equal("<mark>Gardens</mark> &amp; parks", highlights["title"]);
        Assert.Equal("One <mark>garden</mark>", highlights["summary"]);
        Assert.Equal("We were <mark>gardening</mark>.", highlights["body"]);
    }

    [Fact]
    public async Task A_long_body_shows_the_stretch_with_most_of_the_words()
    {
        var filler = string.Concat(Enumerable.Repeat("Some words that fill. ", 60));
        await _index.Add(IndexFixture.Document("a", "Notes", body: $"A bus. {filler}The walking school bus came. {filler}"));
        var snippet = (await _index.Ask("walking school bus")).Items[0].Highlights["body"];
        Assert.Contains("<mark>walking</mark> <mark>school</mark> <mark>bus</mark>", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 100, 350);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_the_words_has_no_highlight()
    {
        await _index.Add(IndexFixture.Document("a", "Gardens", "About food"));
        Assert.Equal(["title"], (await _index.Ask("gardens")).Items[0].Highlights.Keys);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> garden")]
    [InlineData("<mark onclick=x>garden</mark>")]
    [InlineData("garden\u202e nedrag \ud800 \0 <b>")]
    [InlineData("&lt;img src=x&gt; garden\"'`")]
    public async Task Nothing_in_a_text_becomes_a_tag(string text)
    {
        await _index.Add(IndexFixture.Document("a", text, text, text));
        Assert.All((await _index.Ask("garden")).Items.Single().Highlights.Values, html =>
        {
            AssertOnlyMarks(html);
            Assert.DoesNotContain('\u202e', html);
        });
    }

    [Fact]
    public void Whatever_is_written_and_asked_there_is_no_tag_but_mark() =>
        Prop.ForAll<string, string>((text, asked) =>
        {
            _index.Add(IndexFixture.Document("a", "garden " + text, text + "<garden>", text + asked)).AsTask().Wait();
            foreach (var html in _index.Ask("garden " + asked).AsTask().Result.Items.SelectMany(item => item.Highlights.Values))
                AssertOnlyMarks(html);
        }).QuickCheckThrowOnFailure();

    static void AssertOnlyMarks(string html)
    {
        var rest = html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        Assert.Equal(-1, rest.AsSpan().IndexOfAny('<', '>', '"'));
        Assert.Equal(html.Split("<mark>").Length, html.Split("</mark>").Length);
    }
}
