using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Tests.Web.Live;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Tests.Web.Stories.Writing;
using HealthDoers.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web;

/// <summary>Two servers that know of each other only by the one PostgreSQL database they share.</summary>
public sealed class TwoNodes(PostgreSqlServer server) : IAsyncLifetime
{
    public WebApp A { get; } = new();
    public WebApp B { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var database = await server.NewDatabaseAsync();
        foreach (var node in new[] { A, B })
        {
            node.Settings["Database:Provider"] = "PostgreSql";
            node.Settings["ConnectionStrings:Default"] = database;
        }
        // Both begin on an empty database at once, as after a deployment.
        await Task.WhenAll(Task.Run(() => A.Address), Task.Run(() => B.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
    }
}

public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_on_one_is_on_every_list_of_the_other_within_two_seconds()
    {
        using var ana = await Author.InAsync(nodes.A);
        using var reader = nodes.B.Browser();
        string[] lists = ["/", "/stories", "/stories/feed.xml", "/stories/feed.json", "/search?q=amaranth", "/api/search?q=amaranth"];
        foreach (var list in lists)
            Assert.DoesNotContain("Amaranth", (await reader.OpenAsync(list)).Body, StringComparison.Ordinal);

        await ana.PublishAsync("Amaranth on every balcony");
        var published = Stopwatch.StartNew();

        foreach (var list in lists)
        {
            while (!(await reader.OpenAsync(list)).Body.Contains("Amaranth", StringComparison.Ordinal))
                Assert.True(published.Elapsed < Quick.Following, $"{list} did not show it in time.");
        }
    }

    [Fact]
    public async Task A_picture_sent_to_one_is_served_by_the_other()
    {
        using var ana = await Author.InAsync(nodes.A);
        await ana.PostFilesAsync("/account/profile", [("Input.Picture", Files.Pictures.Png(40, 30))], ("Input.Name", "Ana"), ("Input.SeenBy", "Everyone"));

        var hash = await nodes.B.InDbAsync(db => db.Members.Where(m => m.Id == ana.Member.Id).Select(m => m.Profile.Picture).SingleAsync(Stop));

        Assert.Equal(HttpStatusCode.OK, (await nodes.B.Browser().OpenAsync($"/files/{hash}")).Status);
    }

    [Fact]
    public async Task Who_listens_at_either_hears_the_same_in_the_same_order()
    {
        var (ana, joe, room) = (await nodes.A.PersonAsync("ana"), await nodes.B.PersonAsync("joe"), await nodes.A.RoomAsync());
        await using var atA = await LiveClient.AtAsync(nodes.A.Address);
        await using var atB = await LiveClient.AtAsync(nodes.B.Address);
        await atA.JoinAsync(room);
        await atB.JoinAsync(room);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => (n % 2 == 0 ? ana : joe).SayAsync(room, $"{n}")));
        var heardAtA = await atA.ToldAsync("message", 40);
        var heardAtB = await atB.ToldAsync("message", 40);

        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), heardAtB.Select(m => m.GetProperty("seq").GetInt64()));
        Assert.Equal(heardAtA.Select(m => m.ToString()), heardAtB.Select(m => m.ToString()));
    }

    [Fact]
    public async Task Who_is_there_types_and_reads_at_one_is_seen_at_the_other_until_they_go()
    {
        var (ana, joe, room) = (await nodes.A.PersonAsync("ana"), await nodes.B.PersonAsync("joe"), await nodes.A.RoomAsync());
        await nodes.A.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == joe.Member.Id, Stop)).BeSeenInRooms(presence: true, reading: true);
            return await db.SaveChangesAsync(Stop);
        });
        await ana.SayAsync(room, "Are you there?");
        await using var looking = await LiveClient.AtAsync(nodes.A.Address, ana.Cookies);
        await looking.JoinAsync(room);
        await using (var there = await LiveClient.AtAsync(nodes.B.Address, joe.Cookies))
        {
            await there.JoinAsync(room);
            // Whoever was there before is told of a moment later.
            Assert.Equal(ana.Member.Handle, (await there.ToldAsync("presence", 1))[0].GetProperty("handle").GetString());
            await there.TypeAsync(room);
            await looking.ToldAsync("typing", 1);
            using var atB = joe.HttpAt(nodes.B.Address);
            await atB.PutAsJsonAsync($"/rooms/{room}/read", new { seq = 1 }, Stop);
            await looking.ToldAsync("read", 1);
        }

        var seen = await looking.ToldAsync("presence", 2);
        Assert.Equal([(joe.Member.Handle, true), (joe.Member.Handle, false)], seen.Select(p => (p.GetProperty("handle").GetString(), p.GetProperty("here").GetBoolean())));
    }

    [Fact]
    public async Task Whoever_is_removed_from_a_room_at_one_hears_nothing_more_at_the_other()
    {
        var (ana, joe) = (await nodes.A.PersonAsync("ana"), await nodes.A.PersonAsync("joe"));
        var room = await nodes.A.RoomOfAsync(ana, RoomAudience.Private, joe);
        await using var gone = await LiveClient.AtAsync(nodes.B.Address, joe.Cookies);
        await using var stays = await LiveClient.AtAsync(nodes.B.Address, ana.Cookies);
        await gone.JoinAsync(room);
        await stays.JoinAsync(room);

        await new Browser(ana.Http).FillAsync($"/rooms/{room}/people/{joe.Member.Handle}?handler=Remove", ("Input.Reason", "Sold pills"));
        await ana.SayAsync(room, "Just us");

        await stays.ToldAsync("message", 1);
        await gone.ToldAsync("removed", 1);
        Assert.Empty(gone.Told("message"));
    }

    [Fact]
    public async Task Who_signs_out_everywhere_at_one_is_signed_out_at_the_other_within_a_second_or_two()
    {
        var ana = await nodes.A.PersonAsync("ana");
        using var atB = ana.HttpAt(nodes.B.Address);
        Assert.Equal(HttpStatusCode.OK, (await atB.GetAsync(new Uri("/notifications", UriKind.Relative), Stop)).StatusCode);

        var ended = Stopwatch.StartNew();
        await nodes.A.InDbAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == ana.Member.Id, Stop)).SecurityStamp = "another";
            (await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop)).SignOutEverywhere();
            return await db.SaveChangesAsync(Stop);
        });

        while ((await atB.GetAsync(new Uri("/notifications", UriKind.Relative), Stop)).StatusCode == HttpStatusCode.OK)
            Assert.True(ended.Elapsed < Quick.Following, "The session went on at the other node.");
    }

    [Fact]
    public async Task An_answer_is_told_once_and_mailed_once()
    {
        using var ana = await nodes.A.SignedInAsync("ana_once");
        using var joe = await nodes.B.SignedInAsync("joe_once");
        for (var n = 0; n < 3; n++)
        {
            var slug = await nodes.A.StoryByAsync("ana_once");
            await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", $"How did you begin, {n}?"));
        }

        await Eventually.UntilAsync(() => Task.FromResult(Letters("ana_once@example.org") >= 3));
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);

        Assert.Equal(3, Letters("ana_once@example.org"));
        Assert.Equal(3, await nodes.A.InDbAsync(db => db.Notifications.CountAsync(n => db.Members.Any(m => m.Id == n.MemberId && m.Handle == "ana_once"), Stop)));
    }

    [Fact]
    public async Task Of_two_who_follow_the_first_administrators_link_at_either_one_becomes_it()
    {
        var links = new[] { nodes.A, nodes.B }.Select(node => (Node: node, Link: "/account/first?token=" + Uri.EscapeDataString(node.Services.GetRequiredService<FirstAdministrator>().NewToken()))).ToList();
        var forms = new List<(Browser Browser, string Link, List<KeyValuePair<string, string>> Fields)>();
        foreach (var (node, link) in links.Concat(links).Concat(links))
        {
            var browser = node.Browser();
            forms.Add((browser, link, (await browser.OpenAsync(link)).Fields().ToList()));
        }

        var answers = await Task.WhenAll(forms.Select((f, n) => f.Browser.SendAsync(f.Link, f.Fields,
            ("Input.Name", "Rosa"), ("Input.Handle", $"rosa{n}"), ("Input.Email", $"rosa{n}@example.org"), ("Input.Password", Browser.Password))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(1, await nodes.A.InDbAsync(db => db.Members.CountAsync(m => (m.Duties & Duties.Administrator) != 0, Stop)));
    }

    int Letters(string to) => new[] { nodes.A, nodes.B }.Select(node => Path.Combine(node.Folder, "mail")).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.eml")).Count(file => File.ReadAllText(file).Contains($"To: {to}", StringComparison.OrdinalIgnoreCase));
}
