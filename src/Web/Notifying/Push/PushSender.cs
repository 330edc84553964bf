using System.Net;
using System.Net.Http.Headers;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>Hands an encrypted message to a browser's push service (RFC 8030).</summary>
sealed class PushSender : IDisposable
{
    const int TimeToLiveSeconds = 24 * 60 * 60;
    const int MostAnswerBytes = 16 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    readonly Vapid _vapid;
    readonly PushEndpoint _endpoint;
    readonly TimeProvider _clock;
    readonly HttpClient _http;

    public PushSender(Vapid vapid, PushEndpoint endpoint, TimeProvider clock)
    {
        (_vapid, _endpoint, _clock) = (vapid, endpoint, clock);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = endpoint.ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = Patience })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostAnswerBytes,
        };
    }

    public async Task<PushAnswer> SendAsync(PushDevice device, byte[] message, CancellationToken stop)
    {
        if (!_endpoint.IsTaken(device.Endpoint))
            return new(PushOutcome.Gone);
        var address = new Uri(device.Endpoint);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(PushCipher.Encrypt(message, device.Key, device.Auth)) };
        request.Headers.TryAddWithoutValidation("Authorization", await _vapid.AuthorizationAsync(address, stop));
        request.Headers.TryAddWithoutValidation("TTL", TimeToLiveSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("Urgency", "normal");
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new(PushOutcome.Taken),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => new(PushOutcome.Gone),
                HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new(PushOutcome.Later, WaitOf(answer.Headers.RetryAfter)),
                _ => new(PushOutcome.Refused),
            };
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException or IOException && !stop.IsCancellationRequested)
        {
            return new(PushOutcome.Later);
        }
    }

    public void Dispose() => _http.Dispose();

    TimeSpan? WaitOf(RetryConditionHeaderValue? asked) =>
        (asked?.Delta ?? (asked?.Date is { } date ? date - _clock.GetUtcNow() : null)) is not { } wait ? null : wait > LongestWait ? LongestWait : wait;
}

/// <param name="Wait">What the service asked for.</param>
readonly record struct PushAnswer(PushOutcome Outcome, TimeSpan? Wait = null);

enum PushOutcome
{
    Taken,

    /// <summary>The browser has taken its subscription back.</summary>
    Gone,
    Later,

    /// <summary>This message will never be taken.</summary>
    Refused,

    /// <summary>There was nothing to say any more.</summary>
    Nothing,
}
