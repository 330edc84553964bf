using HealthDoers.Tests.Web.Data.Events;
using HealthDoers.Web.Data;

namespace HealthDoers.Tests.Web.Data;

public sealed class RememberedTests
{
    readonly SteppedClock _clock = new();
    readonly Dictionary<string, int> _reads = [];
    readonly Remembered<string, string> _words;

    public RememberedTests() => _words = new(most: 10, _clock);

    [Fact]
    public async Task What_was_read_is_believed_for_a_minute()
    {
        await AskAsync("soil");
        _clock.Step(TimeSpan.FromSeconds(59));
        Assert.Equal("soil 1", await AskAsync("soil"));

        _clock.Step(TimeSpan.FromSeconds(1));

        Assert.Equal("soil 2", await AskAsync("soil"));
    }

    [Fact]
    public async Task What_is_forgotten_is_read_again_and_the_rest_is_not()
    {
        foreach (var word in new[] { "soil", "seed", "sun" })
            await AskAsync(word);

        _words.Forget("soil");
        _words.Forget((word, read) => word == "seed" && read == "seed 1");

        Assert.Equal("soil 2", await AskAsync("soil"));
        Assert.Equal("seed 2", await AskAsync("seed"));
        Assert.Equal("sun 1", await AskAsync("sun"));
    }

    [Fact]
    public async Task A_reading_that_began_before_a_change_is_not_remembered_after_it()
    {
        var slow = new TaskCompletionSource<string?>();
        var before = _words.GetAsync("soil", () => slow.Task);

        _words.Forget("soil");
        slow.SetResult("as it was");

        Assert.Equal("as it was", await before);
        Assert.Equal("soil 1", await AskAsync("soil"));
    }

    [Fact]
    public async Task What_there_is_not_is_looked_for_again()
    {
        Assert.Null(await _words.GetAsync("soil", () => Task.FromResult<string?>(null)));

        Assert.Equal("soil 1", await AskAsync("soil"));
    }

    [Fact]
    public async Task A_reading_that_failed_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<TimeoutException>(async () => await _words.GetAsync("soil", () => throw new TimeoutException()));

        Assert.Equal("soil 1", await AskAsync("soil"));
    }

    [Fact]
    public async Task Among_more_than_fit_what_is_asked_for_again_and_again_stays()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("soil 1", await AskAsync("soil"));
            await AskAsync("passing " + i);
        }

        Assert.Equal("passing 0 2", await AskAsync("passing 0"));
    }

    ValueTask<string?> AskAsync(string word) => _words.GetAsync(word, () =>
        Task.FromResult<string?>($"{word} {_reads[word] = _reads.GetValueOrDefault(word) + 1}"));
}
