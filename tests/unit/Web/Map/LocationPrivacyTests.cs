using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HealthDoers.Tests.Web.Map;

/// <summary>
/// Thousands of entries of every precision and audience, and everything that the program says to anybody: no true point is
/// in it that its reader may not see.
/// </summary>
public sealed class LocationPrivacyTests(LocationPrivacyTests.Crowded app) : IClassFixture<LocationPrivacyTests.Crowded>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_of_any_endpoint_holds_a_true_point_that_its_reader_may_not_see()
    {
        using var visitor = app.Browser();
        using var member = await app.SignedInAsync("curious_member");
        using var editor = await app.SignedInAsync("curious_editor", Duties.Editor | Duties.Administrator);
        using var owner = app.Browser();
        await owner.SignInAsync($"{Crowded.Owner}@example.org");

        string[] paths = [.. app.EveryAddress(), .. Questions()];
        var asked = 0;
        foreach (var (who, browser) in new[] { ("a visitor", visitor), ("a member", member), ("an editor", editor), ("the owner of some", owner) })
        {
            // Whoever put something on the map reads their own true points, on their own form and in what is packed for them.
            var secrets = who == "the owner of some" ? app.SecretsOfOthers : app.Secrets;
            foreach (var path in paths)
            {
                var answer = await browser.OpenAsync(path);
                Assert.True((int)answer.Status < 500 || answer.Status == HttpStatusCode.NotImplemented, $"{path} answered {who} with {answer.Status}");
                Assert.True(secrets.SaidBy(answer.Body + answer.Message.Headers) is null, $"{path} tells {who} a true point: {secrets.SaidBy(answer.Body + answer.Message.Headers)}");
                asked++;
            }
        }
        Assert.True(asked > 1_000, $"Only {asked} answers were read.");
    }

    [Fact]
    public async Task What_is_drawn_and_downloaded_is_the_shown_point_to_the_last_digit()
    {
        using var visitor = app.Browser();
        var csv = (await visitor.OpenAsync("/map/download.csv?q=privatus")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(line => line.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToList();
        var geo = JsonDocument.Parse((await visitor.OpenAsync("/map/download.geojson?q=privatus")).Body).RootElement.GetProperty("features").EnumerateArray().ToList();
        var visible = app.Entries.Where(e => e.SeenBy == Audience.Everyone).ToDictionary(e => e.Title);

        Assert.Equal((visible.Count, visible.Count), (csv.Count, geo.Count));
        foreach (var line in csv)
        {
            var fields = line.Split(',');
            var entry = visible[fields[1]];
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $",{entry.Place.Public.Latitude},{entry.Place.Public.Longitude},"), line, StringComparison.Ordinal);
        }
        foreach (var feature in geo)
        {
            var shown = visible[feature.GetProperty("properties").GetProperty("title").GetString()!].Place.Public;
            Assert.Equal([shown.Longitude, shown.Latitude], feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(part => part.GetDouble()));
        }
    }

    [Fact]
    public async Task A_thousand_loads_and_fifty_entries_at_one_address_teach_nothing_beyond_the_cell()
    {
        using var visitor = app.Browser();
        var dice = new Random(5);
        var home = app.Homes[0].Place.Truth;
        var cell = Nearness.CellOf(home, app.Services.GetRequiredService<Atlas>().Residents.Of);
        var seen = new HashSet<(double, double)>();
        var counts = new HashSet<int>();
        for (var load = 0; load < 1_000; load++)
        {
            // Views of every size and place that hold the whole cell, at every zoom; as the map, the list and the download give them.
            var (north, east, south, west) = (cell.South + cell.Side + dice.NextDouble(), cell.West + cell.Side + dice.NextDouble(), cell.South - dice.NextDouble(), cell.West - dice.NextDouble());
            var view = string.Create(CultureInfo.InvariantCulture, $"q=domus&bbox={west:0.#####},{south:0.#####},{east:0.#####},{north:0.#####}&zoom={dice.Next(21)}");
            var answer = JsonDocument.Parse((await visitor.OpenAsync($"{(load % 10 == 0 ? "/map/download.geojson" : "/api/map/features")}?{view}")).Body).RootElement;
            var count = 0;
            foreach (var feature in answer.GetProperty("features").EnumerateArray())
            {
                var point = feature.GetProperty("geometry").GetProperty("coordinates");
                seen.Add((point[0].GetDouble(), point[1].GetDouble()));
                count += feature.GetProperty("properties").TryGetProperty("count", out var several) ? several.GetInt32() : 1;
            }
            counts.Add(count);
        }
        var shown = app.Homes[0].Place.Public;
        Assert.Equal([(shown.Longitude, shown.Latitude)], seen);
        Assert.Equal([app.Homes.Count], counts);
        Assert.True(cell.Contains(shown));
        Assert.True(app.Homes.Select(h => h.Place.Truth).Distinct().Count() > 40);
    }

    [Fact]
    public async Task A_box_around_the_home_alone_finds_nothing_there()
    {
        using var visitor = app.Browser();
        foreach (var entry in app.Entries.Where(e => e.Place.Precision != Precision.Exact).Take(300))
        {
            var (truth, shown) = (entry.Place.Truth, entry.Place.Public);
            const double side = 0.0005;
            if (Math.Abs(truth.Latitude - shown.Latitude) < 2 * side && Math.Abs(truth.Longitude - shown.Longitude) < 2 * side || Math.Abs(truth.Latitude) > 89 || Math.Abs(truth.Longitude) > 179)
                continue;
            var box = string.Create(CultureInfo.InvariantCulture, $"bbox={truth.Longitude - side},{truth.Latitude - side},{truth.Longitude + side},{truth.Latitude + side}");
            Assert.DoesNotContain(entry.Title, (await visitor.OpenAsync($"/map/download.csv?q={entry.Title}&{box}")).Body, StringComparison.Ordinal);
            Assert.Equal(0, JsonDocument.Parse((await visitor.OpenAsync($"/api/map/features?q={entry.Title}&{box}&zoom=20")).Body).RootElement.GetProperty("features").GetArrayLength());
        }
    }

    [Fact]
    public async Task Neither_log_nor_events_nor_index_nor_mail_hold_a_true_point()
    {
        using var visitor = app.Browser();
        await visitor.OpenAsync("/map?q=privatus");
        foreach (var line in app.Log)
            Assert.True(app.Secrets.SaidBy(line) is null, $"The log says where somebody is: {line}");
        Assert.DoesNotContain(app.Log, line => line.Contains("Truth", StringComparison.Ordinal));

        foreach (var ids in await app.InDbAsync(db => db.Events.Select(e => e.Ids).ToListAsync(Stop)))
            Assert.Null(app.Secrets.SaidBy(ids));

        foreach (var folder in new[] { "search", "mail" }.Select(name => Path.Combine(app.Folder, name)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes, Stop);
                Assert.True(app.Secrets.SaidBy(Encoding.Latin1.GetString(bytes.ToArray())) is null, $"{Path.GetFileName(file)} holds a true point");
            }
    }

    /// <summary>What the map can be asked: every zoom, boxes around true points, pages of the list, words, places, frames.</summary>
    IEnumerable<string> Questions()
    {
        foreach (var zoom in Enumerable.Range(0, 21))
            yield return $"/api/map/features?q=privatus&zoom={zoom}";
        foreach (var page in Enumerable.Range(1, 10))
            yield return $"/map?q=privatus&page={page}";
        foreach (var path in new[] { "/map?handler=List&q=privatus", "/map/embed?q=privatus", "/map/download.csv", "/map/download.geojson", "/oembed?url=/map?q=privatus",
            "/api/search?q=privatus&size=100", "/search?q=privatus", "/api/search?q=privatus&place=41.879,-87.843,50", "/search?q=privatus&kind=community", "/api/search?q=domus" })
            yield return path;
        foreach (var path in new[] { "/gatherings?q=secretum", "/gatherings?place=Chicago", "/gatherings/calendar.ics", "/gatherings/one/edit", "/report/gathering/one", "/communities?q=secretum",
            "/search?q=secretum", "/search/suggest?q=secretum", "/search/suggest?q=privatus", "/api/search?q=secretum&place=41.879,-87.843,50", "/ideas?q=secretum", "/members?place=chicago" })
            yield return path;
        foreach (var number in Enumerable.Range(0, Crowded.Gatherings))
            yield return $"/gatherings/secretum-{number}";
        foreach (var entry in app.Entries.Where((_, n) => n % 40 == 0))
        {
            yield return $"/map/entries/{entry.Id:N}";
            yield return $"/map?q={entry.Title}";
            yield return $"/map/mine?id={entry.Id}";
            var (latitude, longitude) = entry.Place.Truth;
            // An answer may repeat what was asked, so the question is none that says the secret.
            yield return string.Create(CultureInfo.InvariantCulture,
                $"/api/map/features?bbox={Math.Max(-180, longitude - 0.11):0.##},{Math.Max(-90, latitude - 0.11):0.##},{Math.Min(180, longitude + 0.11):0.##},{Math.Min(90, latitude + 0.11):0.##}&zoom=18");
        }
    }

    /// <summary>The program with thousands of entries on its map and every line of its log kept.</summary>
    public sealed class Crowded : WebApp, IAsyncLifetime
    {
        public const string Owner = "owns_entries";
        public const int Gatherings = 40;
        const int Many = 3_000;
        const int AtOneAddress = 50;

        readonly Lines _lines = new();

        public IReadOnlyList<MapEntry> Entries { get; private set; } = [];

        /// <summary>Fifty at one address, each pinned a few metres from the other.</summary>
        public IReadOnlyList<MapEntry> Homes { get; private set; } = [];
        internal Points Secrets { get; private set; } = null!;
        internal Points SecretsOfOthers { get; private set; } = null!;
        public IReadOnlyCollection<string> Log => _lines.All;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(_lines)
                .Configure<LoggerFilterOptions>(filter => filter.AddFilter<Lines>(null, LogLevel.Debug)));
        }

        public async ValueTask InitializeAsync()
        {
            var owner = await this.MemberAsync(Owner);
            var dice = new Random(11);
            var atlas = Services.GetRequiredService<Atlas>();
            var entries = new List<MapEntry>();
            for (var n = 0; n < Many; n++)
            {
                var town = atlas.Gazetteer.PointOf(dice.Next(60_000));
                // Pinned as exactly as a phone does it; some far from any town.
                var spread = n % 10 == 0 ? 5 : 0.05;
                Assert.True(GeoPoint.TryOf(Math.Clamp(town.Latitude + (dice.NextDouble() - 0.5) * spread, -89.9, 89.9), Math.Clamp(town.Longitude + (dice.NextDouble() - 0.5) * spread, -179.9, 179.9), out var truth));
                entries.Add(await EntryAsync(atlas, dice, truth, (Precision)(n % 3), $"Privatus{n}", n % 7 == 0 ? owner : null));
            }
            for (var n = 0; n < AtOneAddress; n++)
                entries.Add(await EntryAsync(atlas, dice, new(Math.Round(41.88617 + n % 7 * 1e-5, 5), Math.Round(-87.83749 - n % 11 * 1e-5, 5)), Precision.Near, $"Domus{n}", null));
            (Entries, Homes) = ([.. entries.Take(Many)], [.. entries.Skip(Many)]);
            var (gatherings, listing) = await OthersAsync(atlas, dice);
            await InDbAsync(async db =>
            {
                db.Attach(owner);
                db.AddRange(entries);
                db.AddRange(gatherings);
                db.Add(listing);
                return await db.SaveChangesAsync(Stop);
            });
            var secret = entries.Where(e => e.Place.Precision != Precision.Exact).ToList();
            List<Place> others = [.. gatherings.Select(g => g.Place!), listing.Place!];
            List<GeoPoint> shown = [.. entries.Select(e => e.Place.Public), .. others.Select(p => p.Public)];
            Secrets = new([.. secret.Select(e => e.Place.Truth), .. others.Select(p => p.Truth)], shown);
            SecretsOfOthers = new([.. secret.Where(e => e.OwnerId is null).Select(e => e.Place.Truth), .. others.Select(p => p.Truth)], [.. shown, .. secret.Where(e => e.OwnerId is not null).Select(e => e.Place.Truth)]);
            using var visitor = this.Browser();
            await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/api/map/features?q=domus&zoom=0")).Body.Contains("\"count\":50", StringComparison.Ordinal));
        }

        /// <summary>Gatherings and a profile of somebody who is none of those who ask.</summary>
        async Task<(List<Gathering>, Listing)> OthersAsync(Atlas atlas, Random dice)
        {
            var host = await this.MemberAsync("hosts_secretly");
            var gatherings = new List<Gathering>();
            for (var n = 0; n <= Gatherings; n++)
            {
                var start = DateTime.UtcNow.Date.AddDays(2 + n).AddHours(19);
                var gathering = new Gathering(new() { Title = $"Secretum supper {n}", What = "We eat." }, new(start, "America/Chicago", 90), n == Gatherings ? "one" : $"secretum-{n}", host, DateTimeOffset.UtcNow);
                gathering.PutAt(await PlaceAsync(n % 2 == 0 ? Precision.Near : Precision.Region), "");
                gathering.PlanAhead(Zones.ClockOf("America/Chicago"), DateTimeOffset.UtcNow);
                gatherings.Add(gathering);
            }
            var listing = Listing.Published(ListingKind.Community, new() { Words = new() { ["en"] = new() { Name = "Secretum street", Summary = "We meet." } } }, "one", DateTimeOffset.UtcNow);
            listing.PutAt(await PlaceAsync(Precision.Near));
            return (gatherings, listing);

            Task<Place> PlaceAsync(Precision precision) =>
                atlas.PlaceAsync(new(Math.Round(41.6 + dice.NextDouble() * 0.4, 5), Math.Round(-87.9 + dice.NextDouble() * 0.3, 5)), precision, cancellationToken: Stop);
        }

        static async Task<MapEntry> EntryAsync(Atlas atlas, Random dice, GeoPoint truth, Precision precision, string title, Member? owner)
        {
            var place = await atlas.PlaceAsync(truth, precision, cancellationToken: Stop);
            var content = new MapEntryContent(MapEntry.Addable[dice.Next(MapEntry.Addable.Count)], title, "We meet on Tuesdays.", "", [], title[0] == 'P' && dice.Next(5) == 0 ? Audience.Members : Audience.Everyone);
            return owner is null ? MapEntry.Imported(title, content, place, DateTimeOffset.UtcNow) : MapEntry.OfMember(owner, content, place, DateTimeOffset.UtcNow);
        }

        /// <summary>Every address that is read, with names of things that are there.</summary>
        public IEnumerable<string> EveryAddress() => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } verbs || verbs.HttpMethods.Contains("GET"))
            .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Filled(e.RoutePattern.RawText ?? "", part))))))
            .Where(path => !path.StartsWith("/live", StringComparison.Ordinal)).Distinct();

        string Filled(string pattern, Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.Name switch
            {
                "folder" => "communities",
                "handle" => Owner,
                "id" => $"{Entries[1].Id}",
                "kind" => "hub",
                "key" => "minnesota",
                "slug" when pattern.Contains("hubs", StringComparison.Ordinal) => "minnesota",
                "slug" when pattern.Contains("rooms", StringComparison.Ordinal) => "welcome",
                "slug" when pattern.Contains("folder", StringComparison.Ordinal) => "live-algoma",
                "slug" when pattern.Contains("about", StringComparison.Ordinal) => "movement",
                _ => "one",
            },
            _ => "",
        };
    }

    /// <summary>Every line that is logged, as it would be printed.</summary>
    sealed class Lines : ILoggerProvider
    {
        readonly ConcurrentQueue<string> _all = new();

        public IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) => new Writer(_all);

        public void Dispose() { }

        sealed class Writer(ConcurrentQueue<string> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue(formatter(state, exception) + exception);
        }
    }
}
