using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HealthDoers.Web.Notifying.Push;

namespace HealthDoers.Tests.Web.Notifying.Push;

public sealed class PushCipherTests
{
    /// <summary>The example of RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void The_example_of_the_RFC_comes_out_byte_for_byte()
    {
        var browser = Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        var ours = Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), Q = new() { X = ours[1..33], Y = ours[33..] } });

        var body = PushCipher.Encrypt("When I grow up, I want to be a watermelon"u8, browser, Bytes("BTBZMqHH6r4Tts7J_aSIgg"), key, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public void What_is_no_point_on_the_curve_is_no_key()
    {
        Assert.False(PushCipher.IsPoint(new byte[65]));
        Assert.False(PushCipher.IsPoint([4, .. Encoding.ASCII.GetBytes(new string('x', 64))]));
        Assert.False(PushCipher.IsPoint([]));
    }

    static byte[] Bytes(string written) => Base64Url.DecodeFromChars(written);
}
