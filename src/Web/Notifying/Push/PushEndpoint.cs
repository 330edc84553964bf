using System.Net;
using System.Net.Sockets;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>
/// The address of a push service comes from a browser, so it is somebody's wish that this server calls it: only https, and
/// never a machine of our own network. <c>Push:AllowsLoopback</c> lets tests call themselves.
/// </summary>
sealed class PushEndpoint(IConfiguration settings)
{
    readonly bool _allowsLoopback = settings.GetValue("Push:AllowsLoopback", false);

    public bool IsTaken(string? endpoint) => endpoint is { Length: > 0 and <= PushDevice.EndpointLimit } && Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || _allowsLoopback && address is { Scheme: "http", IsLoopback: true })
        && (!IPAddress.TryParse(address.DnsSafeHost, out var ip) || MayCall(ip));

    /// <summary>Asks for the address at the moment of calling, so that a name cannot mean one machine when looked at and another when called.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        if (found.Length == 0 || !found.All(MayCall))
            throw new HttpRequestException("This address is not one of a push service.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    bool MayCall(IPAddress address) => IsPublic(address) || _allowsLoopback && IPAddress.IsLoopback(address);

    static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            // Global unicast, without the ranges that lead to IPv4 addresses or are for examples.
            return (address.GetAddressBytes() is var six) && (six[0] & 0xE0) == 0x20 && !(six[0] == 0x20 && six[1] == 0x02) && !(six[0] == 0x20 && six[1] == 0x01 && six[2] < 2)
                && !(six[0] == 0x20 && six[1] == 0x01 && six[2] == 0x0D && six[3] == 0xB8);
        var four = address.GetAddressBytes();
        return four switch
        {
            [0 or 10 or 127 or >= 224, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] or [192, 0, 0 or 2, _] or [192, 88, 99, _] => false,
            [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            _ => true,
        };
    }
}
