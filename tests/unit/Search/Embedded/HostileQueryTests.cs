using FsCheck;
using FsCheck.Fluent;

namespace HealthDoers.Tests.Search.Embedded;

public sealed class HostileQueryTests : IAsyncLifetime
{
    readonly IndexFixture _index = new();

    public async ValueTask InitializeAsync() => await _index.Add(
        [.. Enumerable.Range(0, 200).Select(i => IndexFixture.Document($"d{i}", $"Garden number {i}", "Near the school", "and or not near title select"))]);

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("garden AND")]
    [InlineData("NEAR(garden school, 2)")]
    [InlineData("garden NOT school OR")]
    [InlineData("gar* ^garden title:garden {title body}: garden - + ( )")]
    [InlineData("\"garden")]
    [InlineData("garden\" \"\" \"")]
    [InlineData("garden'; DROP TABLE documents; --")]
    [InlineData("garden\0school")]
    [InlineData("\u202egarden\u202c")]
    [InlineData("garden \ud800 \udfff")]
    [InlineData("{{garden}} ${garden} %s %n \\ /garden/")]
    public async Task Operators_of_any_language_are_only_signs_between_words(string text) =>
        Assert.NotEqual(0, (await _index.Ask(text)).Total);

    [Theory]
    [InlineData("!!! ??? ***")]
    [InlineData("\"")]
    [InlineData("🍎")]
    [InlineData("()^:~-")]
    public async Task Signs_alone_find_nothing(string text) => Assert.Equal(0, (await _index.Ask(text)).Total);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\0\u200b")]
    public async Task Nothing_to_see_is_browsing(string text) => Assert.Equal(200, (await _index.Ask(text)).Total);

    public static TheoryData<string> Endless =>
    [
        new string('a', 10_000),
        new string('"', 10_000),
        new string('(', 10_000),
        string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"w{i}")),
        string.Join(' ', Enumerable.Repeat("garden", 1_500)),
        string.Concat(Enumerable.Repeat("\"garden school\" ", 700)),
        string.Concat(Enumerable.Repeat("e\u0301", 5_000)),
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public Task Ten_thousand_letters_are_answered_at_once(string text) => Quick.WithinAsync(TimeSpan.FromSeconds(2), async () => await _index.Ask(text));

    [Fact]
    public async Task A_letter_full_of_slips_is_answered_at_once_among_thousands_of_words_to_mistake_them_for()
    {
        await _index.Add([.. Enumerable.Range(0, 400).Select(i => IndexFixture.Document($"words{i}", "Words", body: string.Join(' ', Enumerable.Range(i * 40, 40).Select(n => $"sign{n}"))))]);
        var letter = string.Join(' ', Enumerable.Range(0, 200).Select(n => $"sihn{n * 67}"));
        Assert.NotNull((await _index.Ask(letter)).DidYouMean);
        await Quick.WithinAsync(TimeSpan.FromSeconds(2), async () => await _index.Ask(letter));
    }

    [Fact]
    public void No_text_breaks_a_search() =>
        Prop.ForAll<string>(text =>
        {
            var page = _index.Ask(text ?? "").AsTask().Result;
            return !page.IsRebuilding && page.Items.Count <= 20 && page.Total is >= 0 and <= 200;
        }).QuickCheckThrowOnFailure();
}
