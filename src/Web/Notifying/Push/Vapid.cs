using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>Says to a push service who sends (RFC 8292). The key pair is the deployment's own: made once, the same on all nodes.</summary>
sealed class Vapid(KeptKeys keys, SiteAddress site, MailSettings mail, TimeProvider clock)
{
    const string KeyName = "vapid";
    static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    static readonly TimeSpan RenewedBefore = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, (string Header, DateTimeOffset Until)> _made = new();

    /// <summary>What a browser is told when it subscribes, as base64url.</summary>
    public async Task<string> PublicKeyAsync(CancellationToken stop)
    {
        using var pair = await PairAsync(stop);
        return Base64Url.EncodeToString(PushCipher.PointOf(pair.ExportParameters(false).Q));
    }

    /// <summary>The value of the Authorization header.</summary>
    public async Task<string> AuthorizationAsync(Uri endpoint, CancellationToken stop)
    {
        var (audience, now) = (endpoint.GetLeftPart(UriPartial.Authority), clock.GetUtcNow());
        if (_made.TryGetValue(audience, out var made) && made.Until - RenewedBefore > now)
            return made.Header;
        using var pair = await PairAsync(stop);
        var until = now + Lasts;
        var said = $"{Part(new { typ = "JWT", alg = "ES256" })}.{Part(new { aud = audience, exp = until.ToUnixTimeSeconds(), sub = Contact() })}";
        var signature = Base64Url.EncodeToString(pair.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256));
        var header = $"vapid t={said}.{signature}, k={Base64Url.EncodeToString(PushCipher.PointOf(pair.ExportParameters(false).Q))}";
        _made[audience] = (header, until);
        return header;
    }

    /// <summary>Whom a push service may ask when something is wrong.</summary>
    string Contact() => site.ForMail.StartsWith("https://", StringComparison.Ordinal) ? site.ForMail : $"mailto:{mail.From.Address}";

    async Task<ECDsa> PairAsync(CancellationToken stop)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(await keys.GetAsync(KeyName, Make, stop), out _);
        return pair;

        static byte[] Make()
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return made.ExportPkcs8PrivateKey();
        }
    }

    static string Part(object said) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(said));
}
