using System.Net;
using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Search;
using HealthDoers.Web.Pages.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.LayWords;

public sealed class LayWordsTests(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task A_word_that_a_member_adds_is_understood_within_seconds_and_its_history_stays()
    {
        await site.UntilReadyAsync();
        await site.PublishAsync("Umbrageous trees on the common");
        await site.UntilTotalAsync(1, "q=umbrageous");
        using var wren = await site.SignedInAsync("wren_words");
        var done = await wren.FillAsync("/glossary/words/edit?phrase=Snargle Blibwort", ("Input.Means", "umbrageous"));
        Assert.Equal("/glossary/words", done.Goes);
        await Eventually.UntilAsync(async () => await site.TotalAsync("q=snargle blibwort") > 0);

        using var anybody = site.Browser();
        var page = await anybody.OpenAsync("/glossary/words?q=snargle");
        Assert.Contains("umbrageous", page.Body, StringComparison.Ordinal);
        Assert.Contains("wren_words", page.Body, StringComparison.Ordinal);

        await wren.FillAsync("/glossary/words/edit?phrase=snargle blibwort", ("Input.Means", ""));
        await Eventually.UntilAsync(async () => await site.TotalAsync("q=snargle blibwort&kind=story") == 0);
        Assert.Equal(2, (await wren.OpenAsync("/glossary/words/edit?phrase=snargle blibwort")).Page.QuerySelectorAll("main .row").Length);
    }

    [Fact]
    public async Task What_an_editor_settled_only_an_editor_changes()
    {
        using var editor = await site.SignedInAsync("edda_edits", Duties.Editor);
        await editor.FillAsync("/glossary/words/edit?phrase=settled", ("Input.Means", "one"));
        using var member = await site.SignedInAsync("mia_member");
        var refused = await member.FillAsync("/glossary/words/edit?phrase=settled", ("Input.Means", "two"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("two", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.FillAsync("/glossary/words/edit?phrase=settled", ("Input.Means", "three"))).Status);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("!!!", "x")]
    [InlineData("word", "a,b,c,d,e,f,g,h,i,j,k")]
    public async Task What_is_no_entry_is_refused_with_a_sentence(string phrase, string means)
    {
        using var member = await site.SignedInAsync($"m_{Guid.NewGuid():N}"[..20]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.FillAsync("/glossary/words/edit", ("Input.Phrase", phrase), ("Input.Means", means))).Status);
    }

    [Theory]
    [InlineData("Leafy  Shade", "leafy shade")]
    [InlineData("don't", "don't")]
    [InlineData("call 555 1234", null)]
    [InlineData("me@example.org", null)]
    [InlineData("my neighbour from the second floor has an illness", null)]
    [InlineData("x", null)]
    [InlineData(null, null)]
    public void Only_a_few_plain_words_are_kept(string? asked, string? kept) => Assert.Equal(kept, UnansweredLog.Plain(asked));

    [Fact]
    public void Words_can_be_read_only_after_different_people_asked()
    {
        var words = new UnansweredWords("f");
        for (var times = 0; times < 50; times++)
            words.AskedAgain("secret", 3, new(2026, 5, 1));
        Assert.Null(words.Words);
        foreach (var drawer in new[] { 9, 20, 41, 63 })
            words.AskedAgain("secret", drawer, new(2026, 5, 2));
        Assert.Equal(("secret", UnansweredWords.Enough), (words.Words, words.Times));
    }

    [Fact]
    public async Task Editors_see_tags_of_several_things_that_the_lexicon_does_not_know()
    {
        foreach (var (title, tags) in new[] { ("One", new[] { "zoomball", "kids" }), ("Two", ["zoomball", "kids"]), ("Three", ["once only"]) })
        {
            var story = await site.PublishAsync(title);
            await site.ChangeStoryAsync(story, s => s.Edit(s.Content with { Tags = [.. tags] }, s.Author, s.Version, DateTimeOffset.UtcNow));
        }
        using var editor = await site.SignedInAsync("ed_tags", Duties.Editor);
        Assert.Equal(["zoomball"], (await editor.OpenAsync("/admin/words")).Page.QuerySelectorAll(".row h3").Select(tag => tag.TextContent));
    }

    [Fact]
    public async Task A_search_in_vain_leaves_a_fingerprint_and_editors_see_words_of_several_only()
    {
        await site.UntilReadyAsync();
        using var visitor = site.Browser();
        await visitor.OpenAsync("/search?q=blorptangle");
        await Eventually.UntilAsync(() => site.InDbAsync(db => db.UnansweredWords.AnyAsync()));
        Assert.False(await site.InDbAsync(db => db.UnansweredWords.AnyAsync(w => w.Words != null)));
        await site.InDbAsync(async db =>
        {
            var words = await db.UnansweredWords.FirstAsync();
            foreach (var drawer in Enumerable.Range(0, 64))
                words.AskedAgain("blorptangle", drawer, new(2026, 5, 1));
            return await db.SaveChangesAsync();
        });
        using var editor = await site.SignedInAsync("ed_words", Duties.Editor);
        var desk = await editor.OpenAsync("/admin/words");
        Assert.Contains("blorptangle", desk.Body, StringComparison.Ordinal);
        await editor.SendAsync("/admin/words", desk.Fields());
        Assert.False(await site.InDbAsync(db => db.UnansweredWords.AnyAsync()));
    }
}
