using System.Net.Mail;

namespace HealthDoers.Web.Mail;

/// <summary><c>Mail:From</c> and <c>Mail:Smtp:Host</c>, <c>:Port</c>, <c>:Tls</c>, <c>:User</c>, <c>:Password</c>.</summary>
sealed record MailSettings(MailAddress From, string? Host, int Port, bool UseTls, string? User, string? Password)
{
    public static MailSettings Of(IConfiguration settings)
    {
        var smtp = settings.GetSection("Mail:Smtp");
        var home = Uri.TryCreate(settings["Site:PublicUrl"], UriKind.Absolute, out var site) && site.HostNameType == UriHostNameType.Dns ? site.Host : "localhost";
        var from = settings["Mail:From"] ?? $"HealthDoers <no-reply@{home}>";
        return MailAddress.TryCreate(from, out var address)
            ? new(address, smtp["Host"], smtp.GetValue("Port", 25), smtp.GetValue("Tls", false), smtp["User"], smtp["Password"])
            : throw new InvalidOperationException($"Mail:From is \"{from}\", which is no address that mail can come from.");
    }

    public string MessageId(Guid id) => $"<{id:N}@{From.Host}>";
}
