using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Web.Notifying.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HealthDoers.Tests.Web.Notifying.Push;

/// <summary>The program, and beside it a push service that reads what comes as a browser would.</summary>
public sealed class PushApp : WebApp, IAsyncLifetime
{
    WebApplication _service = null!;

    public PushApp() => Settings["Push:AllowsLoopback"] = "true";

    public ECDiffieHellman Key { get; } = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    public byte[] Auth { get; } = RandomNumberGenerator.GetBytes(PushCipher.AuthLength);
    public ConcurrentQueue<(string Device, string Words, string Authorization)> Came { get; } = new();

    /// <summary>What the service answers for a device; 201 unless something is put here. One answer a message.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<int>> Answers { get; } = new();
    public Uri Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _service = builder.Build();
        _service.MapPost("/send/{device}", async (string device, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Came.Enqueue((device, Read(body.ToArray()), request.Headers.Authorization.ToString()));
            return Results.StatusCode(Answers.TryGetValue(device, out var answers) && answers.TryDequeue(out var answer) ? answer : 201);
        });
        await _service.StartAsync();
        Service = new(_service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Key.Dispose();
        await base.DisposeAsync();
    }

    string Read(byte[] body)
    {
        var (salt, ours) = (body[..16], body[21..86]);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = ours[1..33], Y = ours[33..] } });
        var (key, nonce) = PushCipher.KeysOf(Key.DeriveRawSecretAgreement(theirs.PublicKey), PushCipher.PointOf(Key.ExportParameters(false).Q), ours, Auth, salt);
        var plain = new byte[body.Length - 86 - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, body.AsSpan(86, plain.Length), body.AsSpan(86 + plain.Length), plain);
        return Encoding.UTF8.GetString(plain.AsSpan(0, plain.Length - 1));
    }
}

public sealed class PushTests(PushApp app) : IClassFixture<PushApp>
{
    const string Devices = "/notifications/devices";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_device_is_told_by_kind_and_link_and_no_word_of_a_private_room()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        await AddAsync(joe, "phone");
        await CallAsync(ana, joe, "The secret is the blue door");
        var (_, words, authorization) = await CameAsync("phone");
        var told = JsonDocument.Parse(words).RootElement;
        Assert.Equal("A message in a room is for you", told.GetProperty("title").GetString());
        Assert.StartsWith("/notifications/", told.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("blue door", words, StringComparison.Ordinal);

        var parts = authorization["vapid t=".Length..].Split(", k=");
        var (said, signature) = (parts[0][..parts[0].LastIndexOf('.')], parts[0][(parts[0].LastIndexOf('.') + 1)..]);
        var point = Base64Url.DecodeFromChars(parts[1]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(said), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256));
        Assert.Contains($"\"aud\":\"{app.Service.GetLeftPart(UriPartial.Authority)}\"", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(said.Split('.')[1])), StringComparison.Ordinal);
        Assert.Contains(parts[1], (await new Browser(joe.Http).OpenAsync(Devices)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_gone_is_forgotten_and_one_that_is_busy_is_tried_again()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        await AddAsync(joe, "gone");
        await AddAsync(joe, "busy");
        app.Answers["gone"] = new([410]);
        app.Answers["busy"] = new([503]);
        await CallAsync(ana, joe, "Hello");
        await Eventually.UntilAsync(() => app.InDbAsync(async db => !await db.PushDevices.AnyAsync(d => d.Endpoint.EndsWith("/gone"), Stop)));
        await CameAsync("busy");
        await Eventually.UntilAsync(() => app.InDbAsync(db => db.QueuedPushes.AnyAsync(q => q.Failures == 1 && db.PushDevices.Any(d => d.Id == q.DeviceId && d.Endpoint.EndsWith("/busy")), Stop)));
        // Ten seconds are long for a test: the wait is over now.
        await app.InDbAsync(db => db.QueuedPushes.ExecuteUpdateAsync(set => set.SetProperty(q => q.NextAt, DateTimeOffset.UnixEpoch), Stop));
        await Eventually.UntilAsync(() => Task.FromResult(app.Came.Count(c => c.Device == "busy") == 2));
        await Eventually.UntilAsync(() => app.InDbAsync(async db => !await db.QueuedPushes.AnyAsync(q => db.PushDevices.Any(d => d.Id == q.DeviceId && d.Endpoint.EndsWith("/busy")), Stop)));
    }

    [Fact]
    public async Task A_member_chooses_what_a_device_tells_and_takes_it_away()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        await AddAsync(joe, "quiet");
        var browser = new Browser(joe.Http);
        var id = await app.InDbAsync(db => db.PushDevices.Where(d => d.MemberId == joe.Member.Id).Select(d => d.Id).SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync($"{Devices}?handler=Choose", [], ("id", id.ToString()), ("waits", "true"))).Status);
        await CallAsync(ana, joe, "Hello");
        await app.ToldAsync(joe, "called you");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(ana.Http).SendAsync($"{Devices}?handler=Choose", [], ("id", id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync($"{Devices}?handler=Remove", [], ("id", id.ToString()))).Status);
        Assert.False(await app.InDbAsync(db => db.PushDevices.AnyAsync(d => d.MemberId == joe.Member.Id, Stop)));
        Assert.DoesNotContain(app.Came, c => c.Device == "quiet");
    }

    [Fact]
    public async Task A_subscription_that_leads_into_our_own_network_is_refused()
    {
        var joe = await app.PersonAsync("joe");
        foreach (var endpoint in new[] { "https://169.254.169.254/latest", "http://push.example.org/x", "https://10.0.0.1/x", "" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SubscribeAsync(joe, endpoint)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await new Browser(joe.Http).SendAsync($"{Devices}?handler=Add", [], ("Input.Endpoint", "https://push.example.org/x"), ("Input.P256dh", "AAAA"), ("Input.Auth", "$$"))).Status);
        Assert.False(await app.InDbAsync(db => db.PushDevices.AnyAsync(d => d.MemberId == joe.Member.Id, Stop)));
    }

    [Fact]
    public async Task Leaving_takes_devices_along()
    {
        var joe = await app.PersonAsync("joe");
        await AddAsync(joe, "left");
        await app.EraseAsync(joe.Member.Id);
        Assert.False(await app.InDbAsync(db => db.PushDevices.AnyAsync(d => d.MemberId == joe.Member.Id, Stop)));
    }

    async Task AddAsync(Person who, string device) => Assert.Equal(HttpStatusCode.SeeOther, (await SubscribeAsync(who, new Uri(app.Service, $"/send/{device}").ToString())).Status);

    Task<Answer> SubscribeAsync(Person who, string endpoint) => new Browser(who.Http).SendAsync($"{Devices}?handler=Add", [], ("Input.Name", "My phone"), ("Input.Endpoint", endpoint),
        ("Input.P256dh", Base64Url.EncodeToString(PushCipher.PointOf(app.Key.ExportParameters(false).Q))), ("Input.Auth", Base64Url.EncodeToString(app.Auth)));

    async Task CallAsync(Person from, Person to, string words)
    {
        var room = await app.RoomOfAsync(from, RoomAudience.Private, to);
        Assert.Equal(HttpStatusCode.Created, (await from.SayAsync(room, $"{words}, @{to.Member.Handle}")).StatusCode);
    }

    async Task<(string Device, string Words, string Authorization)> CameAsync(string device)
    {
        await Eventually.UntilAsync(() => Task.FromResult(app.Came.Any(c => c.Device == device)));
        return app.Came.First(c => c.Device == device);
    }
}
