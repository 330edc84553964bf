using HealthDoers.Web.Notifying.Push;
using Microsoft.Extensions.Configuration;

namespace HealthDoers.Tests.Web.Notifying.Push;

public sealed class PushEndpointTests
{
    [Theory]
    [InlineData("https://push.example.org/send/abc", true)]
    [InlineData("https://push.example.org:8443/send/abc", true)]
    [InlineData("http://push.example.org/send/abc", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://[::ffff:10.0.0.1]/x", false)]
    [InlineData("https://10.1.2.3/x", false)]
    [InlineData("https://172.20.0.1/x", false)]
    [InlineData("https://192.168.1.1/x", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://100.64.0.1/x", false)]
    [InlineData("https://0x7f000001/x", false)]
    [InlineData("https://[fd00::1]/x", false)]
    [InlineData("https://[fe80::1]/x", false)]
    [InlineData("https://ana:secret@push.example.org/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    [InlineData("not an address", false)]
    public void Only_an_address_out_there_is_called(string endpoint, bool taken) =>
        Assert.Equal(taken, new PushEndpoint(new ConfigurationBuilder().Build()).IsTaken(endpoint));
}
