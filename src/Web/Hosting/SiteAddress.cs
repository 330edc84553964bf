using HealthDoers.Domain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// Where the site is found from outside: <c>Site:PublicUrl</c>. Without it, the address this server listens on will do
/// while developing, and in production the setting is required. Never the request's own: a forged Host header would end
/// up in somebody's mail.
/// </summary>
public sealed class SiteAddress(IConfiguration settings, IHostEnvironment environment, IServiceProvider services)
{
    string? Given => settings["Site:PublicUrl"]?.TrimEnd('/') is { Length: > 0 } url ? url : null;

    /// <summary>For links in mail, without a slash at the end.</summary>
    public string ForMail =>
        Given ?? (environment.IsProduction()
            ? throw new RuleBrokenException("This site cannot send mail yet: its operator has not said where it is found (Site:PublicUrl).")
            : OfThisServer);

    /// <summary>For what is printed on the terminal of this server.</summary>
    public string OfThisServer
    {
        get
        {
            if (Given is { } given)
                return given;
            var listening = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
            return listening.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).TrimEnd('/');
        }
    }
}
