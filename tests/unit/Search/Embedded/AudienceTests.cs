using HealthDoers.Search;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class AudienceTests : IAsyncLifetime
{
    static readonly Guid Room = Guid.CreateVersion7();
    readonly IndexFixture _index = new();

    public async ValueTask InitializeAsync() => await _index.Add(
        IndexFixture.Document("public", "Garden"),
        IndexFixture.Document("members", "Garden of members") with { Audience = [Audience.Members], Topics = [new("secret", "Secret")] },
        IndexFixture.Document("room", "Garden of a room with zucchini") with { Audience = [Audience.Room(Room)] },
        IndexFixture.Document("nobody", "Garden of nobody") with { Audience = [] });

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("garden")]
    public async Task Everybody_finds_what_is_theirs_and_counts_nothing_else(string text)
    {
        var page = await _index.Ask(text);
        Assert.Equal(["public"], IndexFixture.Ids(page));
        Assert.Equal(1, page.Total);
        Assert.Empty(page.Facets[FacetNames.Topic]);

        var member = new SearchQuery { Text = text, Audiences = [Audience.Everyone, Audience.Members, Audience.Room(Room)] };
        Assert.Equal(["members", "public", "room"], (await _index.Found(member)).Order());
        Assert.Empty(await _index.Found(member with { Audiences = [] }));
    }

    [Theory]
    [InlineData("zucc")]
    [InlineData("zuchini ")]
    public async Task Suggestions_do_not_betray_words_of_private_documents(string text)
    {
        var page = await _index.Ask(text);
        Assert.Null(page.DidYouMean);
        Assert.Equal(0, page.Total);
    }

    [Fact]
    public async Task A_word_said_only_in_private_is_no_word_for_those_outside()
    {
        await _index.Add(
            IndexFixture.Document("named", "Garden of Martha"),
            IndexFixture.Document("told", "What happened to Marta") with { Audience = [Audience.Room(Room)] });
        var outside = await _index.Ask("marta");
        Assert.Equal("martha", outside.DidYouMean);
        Assert.Equal(["named"], IndexFixture.Ids(outside));

        var inside = await _index.Ask(new SearchQuery { Text = "marta", Audiences = [Audience.Everyone, Audience.Room(Room)] });
        Assert.Null(inside.DidYouMean);
        Assert.Equal(["told"], IndexFixture.Ids(inside));
    }

    [Fact]
    public async Task What_is_said_in_private_changes_no_answer_for_those_outside()
    {
        var before = await _index.Ask("garden of squash");
        await _index.Add([.. Enumerable.Range(0, 20).Select(i => IndexFixture.Document($"squash{i}", "Squash") with { Audience = [Audience.Room(Room)], Body = "squash" })]);
        var after = await _index.Ask("garden of squash");
        Assert.Equal(IndexFixture.Ids(before), IndexFixture.Ids(after));
        Assert.Equal(before.DidYouMean, after.DidYouMean);
    }

    [Fact]
    public async Task An_exact_private_title_stays_private() => Assert.Equal(["public"], await _index.Found("Garden of members"));

    [Fact]
    public async Task What_becomes_private_is_gone_from_the_next_answer()
    {
        await _index.Add(IndexFixture.Document("public", "Garden") with { Audience = [Audience.Members] });
        Assert.Empty(await _index.Found("garden"));
    }
}
