using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace HealthDoers.Tests;

/// <summary>What the first visit to a story costs somebody whose data is dear, counted on the wire.</summary>
public class WeightTests(App app, Browser browser) : Journey(app, browser)
{
    [Fact]
    public async Task A_first_visit_to_a_story_is_light_and_still()
    {
        var reader = await Someone(screen: Screen.Phone);
        var wire = await Wire.Listen(reader);
        await reader.Page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });");
        await reader.Page.GotoAsync("/stories/" + await Story(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        var shift = await reader.Page.EvaluateAsync<double>("window.shift");
        TestContext.Current.TestOutputHelper?.WriteLine($"{wire}\nlayout shift {shift.ToString(CultureInfo.InvariantCulture)}");
        Assert.Multiple(
            () => Assert.InRange(wire.Bytes("Document"), 1, 10_000),
            () => Assert.InRange(wire.Bytes("Script"), 1, 20_000),
            () => Assert.InRange(wire.Bytes("Document", "Script", "Stylesheet") + wire.Heaviest("Font"), 1, 60_000),
            () => Assert.InRange(wire.Total - wire.Bytes("Image"), 1, 100_000),
            () => Assert.InRange(wire.Requests, 1, 8),
            () => Assert.Equal(0, shift),
            () => Assert.All(wire.Hosts, host => Assert.Equal(App.Address.Authority, host)),
            () => Assert.Empty(reader.Complaints));
    }

    [Fact]
    public async Task A_first_look_at_the_map_of_the_world_is_under_200_kilobytes()
    {
        var reader = await Someone(screen: Screen.Phone);
        var wire = await Wire.Listen(reader);
        await reader.Page.GotoAsync("/map", new() { WaitUntil = WaitUntilState.NetworkIdle });
        TestContext.Current.TestOutputHelper?.WriteLine($"{wire}");
        Assert.InRange(wire.Total, 1, 200_000);
        Assert.All(wire.Hosts, host => Assert.Equal(App.Address.Authority, host));
        Assert.Empty(reader.Complaints);
    }

    /// <summary>The longest of the starter stories.</summary>
    async Task<string> Story()
    {
        using var feed = JsonDocument.Parse(await App.Client.GetStringAsync("/stories/feed.json", TestContext.Current.CancellationToken));
        var stories = feed.RootElement.GetProperty("items").EnumerateArray().Select(item => new Uri(item.GetProperty("url").GetString()!).AbsolutePath).ToList();
        var lengths = await Task.WhenAll(stories.Select(async path => (path, (await App.Client.GetStringAsync(path)).Length)));
        return lengths.MaxBy(story => story.Length).path["/stories/".Length..];
    }

    /// <summary>What a browser really received, headers and all, as it says itself.</summary>
    sealed class Wire
    {
        readonly ConcurrentDictionary<string, (string Type, Uri Address)> answers = new();
        readonly ConcurrentDictionary<string, long> sizes = new();

        public int Requests => answers.Count;

        public long Total => sizes.Values.Sum();

        public IEnumerable<string> Hosts => answers.Values.Where(answer => answer.Address.Scheme is not "data").Select(answer => answer.Address.Authority);

        public static async Task<Wire> Listen(Person person)
        {
            var wire = new Wire();
            var browser = await person.Context.NewCDPSessionAsync(person.Page);
            await browser.SendAsync("Network.enable");
            browser.Event("Network.responseReceived").OnEvent += (_, told) =>
                wire.answers[told!.Value.GetProperty("requestId").GetString()!] = (told.Value.GetProperty("type").GetString()!, new(told.Value.GetProperty("response").GetProperty("url").GetString()!));
            browser.Event("Network.loadingFinished").OnEvent += (_, told) =>
                wire.sizes[told!.Value.GetProperty("requestId").GetString()!] = (long)told.Value.GetProperty("encodedDataLength").GetDouble();
            return wire;
        }

        public long Bytes(params string[] types) => Of(types).Sum();

        public long Heaviest(string type) => Of(type).DefaultIfEmpty().Max();

        public override string ToString() => answers.Aggregate(new StringBuilder(), (text, answer) =>
            text.AppendLine(CultureInfo.InvariantCulture, $"{sizes.GetValueOrDefault(answer.Key),8} {answer.Value.Type,-12} {answer.Value.Address.PathAndQuery}")).Append(CultureInfo.InvariantCulture, $"{Total,8} in all").ToString();

        IEnumerable<long> Of(params string[] types) => answers.Where(answer => types.Contains(answer.Value.Type)).Select(answer => sizes.GetValueOrDefault(answer.Key));
    }
}
