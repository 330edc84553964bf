using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace HealthDoers.Load.Rooms;

/// <summary>The application's rooms: written to over HTTP by members with a personal token.</summary>
sealed partial class OurRooms(Site site) : IDisposable
{
    const int MostRoomsOfOneMember = 10;
    const string Rooms = "/rooms/";
    const string Password = "enough words to be heard";

    readonly List<string> tokens = [];
    readonly List<string> emails = [];
    readonly ConcurrentDictionary<(string Room, string Token), ConcurrentBag<Wire>> idle = new();

    public async Task AdmitAsync(int members)
    {
        for (var member = 1; member <= members; member++)
        {
            var email = $"speaker{member}@example.org";
            await site.Run(["create-member", email, "--handle", $"speaker_{member}", "--role", "editor"], Password + "\n");
            tokens.Add((await site.Run(["create-token", email, "--scope", "read,write"])).Trim().Split(['\n', ' ']).Last());
            emails.Add(email);
        }
    }

    /// <summary>Opens rooms by the form, as members do, and returns their slugs.</summary>
    public async Task<List<string>> OpenAsync(int rooms)
    {
        var slugs = new List<string>();
        foreach (var email in emails)
        {
            if (slugs.Count >= rooms)
                break;
            var jar = new CookieContainer();
            jar.SetCookies(site.Address, (await SignedIn.Cookies(site, email, Password)).Replace(';', ','));
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = site.Address };
            while (slugs.Count < rooms && slugs.Count(slug => slug.EndsWith(Name(email), StringComparison.Ordinal)) < MostRoomsOfOneMember)
                slugs.Add(await OpenAsync(client, $"Room {slugs.Count + 1} {Name(email)}"));
        }
        return slugs.Count == rooms ? slugs : throw new BenchStoppedException(string.Create(CultureInfo.InvariantCulture, $"Only {slugs.Count} of {rooms} rooms could be opened."));
    }

    public async Task SayAsync(int sender, string room, string body, CancellationToken stop)
    {
        var token = tokens[sender % tokens.Count];
        var free = idle.GetOrAdd((room, token), _ => []);
        if (!free.TryTake(out var wire))
            wire = new(new(site.Address, $"/rooms/{room}/messages"), new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}", ["Accept"] = "application/json" });
        var (status, _) = await wire.Post($$"""{"clientId":"{{Guid.NewGuid()}}","body":"{{body}}"}""", stop);
        if (status != (int)HttpStatusCode.Created)
            throw new BenchStoppedException(string.Create(CultureInfo.InvariantCulture, $"A message was answered with {status}.\n{site.Log}"));
        free.Add(wire);
    }

    public void Dispose()
    {
        foreach (var wire in idle.Values.SelectMany(wires => wires))
            wire.Dispose();
    }

    static string Name(string email) => email[..email.IndexOf('@')];

    static async Task<string> OpenAsync(HttpClient client, string name)
    {
        var token = Token().Match(await client.GetStringAsync("/rooms/new"));
        using var answer = await client.PostAsync("/rooms/new", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Name"] = name,
            ["Input.Purpose"] = "To be heard by many.",
            ["Input.Audience"] = "Open",
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token.Groups[1].Value),
        }));
        return answer.Headers.Location?.OriginalString is { } opened && opened.StartsWith(Rooms, StringComparison.Ordinal)
            ? opened.Split('?')[0][Rooms.Length..]
            : throw new BenchStoppedException($"Opening a room was answered with {answer.StatusCode} and {answer.Headers.Location}.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
