namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// <c>Mail:Inbound:Domain</c> (where replies go: <c>reply+…@domain</c>; without it nothing comes in), <c>:Secret</c> (of the
/// web hook; without it the hook is not there) and <c>:MostBytes</c> of a letter.
/// </summary>
sealed record InboundSettings(string? Domain, string? Secret, long MostBytes)
{
    const long UsualMostBytes = 25 * 1024 * 1024;

    public bool IsOn => Domain is not null;

    public static InboundSettings Of(IConfiguration settings)
    {
        var inbound = settings.GetSection("Mail:Inbound");
        var domain = inbound["Domain"] is { Length: > 0 } given ? given.Trim().ToLowerInvariant() : null;
        if (domain is not null && Uri.CheckHostName(domain) != UriHostNameType.Dns)
            throw new InvalidOperationException($"Mail:Inbound:Domain is \"{domain}\", which is no name of a mail domain.");
        return new(domain, inbound["Secret"] is { Length: > 0 } secret ? secret : null, inbound.GetValue("MostBytes", UsualMostBytes));
    }
}
