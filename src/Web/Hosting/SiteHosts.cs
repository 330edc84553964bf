using System.Net.Mail;

namespace HealthDoers.Web.Hosting;

/// <summary>How people reach those who host this site: <c>Site:ContactMail</c>, or the open room where it is not set.</summary>
public sealed record SiteHosts(string? Mail)
{
    public static SiteHosts Of(IConfiguration settings) => settings["Site:ContactMail"] switch
    {
        null or "" => new((string?)null),
        var given when MailAddress.TryCreate(given, out var address) && address.Address == given => new(given),
        var wrong => throw new InvalidOperationException($"Site:ContactMail is \"{wrong}\", which is no mail address."),
    };
}
