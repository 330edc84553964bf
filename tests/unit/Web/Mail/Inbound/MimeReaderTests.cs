using System.Net.Mail;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;

namespace HealthDoers.Tests.Web.Mail.Inbound;

public sealed class MimeReaderTests
{
    [Fact]
    public void Whatever_our_own_letters_say_is_read_again() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var written = Eml.Write(new(new MailAddress("ana@example.org"), "Été", text.Get, "<p>x</p>"), new MailAddress("site@example.org"), DateTimeOffset.UnixEpoch);
        var expected = text.Get.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
        // Half of a pair is no character and cannot be sent.
        expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(expected));
        var read = MimeReader.Read(written);
        return read.Leaves.First().Words().ReplaceLineEndings("\n").TrimEnd('\n') == expected.TrimEnd('\n') && MimeCoding.Header(read["Subject"]!) == "Été";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_break_the_reader() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        try
        {
            var read = MimeReader.Read((byte[])[.. "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"u8, .. bytes]);
            return read.Leaves.All(l => l.Words() is not null);
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nma=F1ana =\nmismo", "mañana mismo")]
    [InlineData("Content-Type: text/plain; charset=\"windows-1252\"\nContent-Transfer-Encoding: base64\n\nbWHxYW5h\n", "mañana")]
    [InlineData("Content-Type: text/plain; charset=x-nobody-knows\nContent-Transfer-Encoding: quoted-printable\n\nma=C3=B1ana", "mañana")]
    [InlineData("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nma=F1ana =ZZ", "mañana =ZZ")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nbWHD$$$sWFuYQ", "mañana")]
    [InlineData("Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Yes &amp; no</p><div>Two<br>lines</div><div class=\"gmail_quote\"><blockquote>Old</blockquote></div>", "Yes & no\n\nTwo\nlines")]
    public void Odd_packing_is_unpacked_as_far_as_it_goes(string letter, string words)
    {
        var read = new Letter(MimeReader.Read(Encoding.UTF8.GetBytes("From: a@example.org\n" + letter)));
        Assert.Equal(words, read.Words.ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData("Ana Flores <ana@example.org>", "ana@example.org")]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("\"joe@example.org\" <ana@example.org>", "ana@example.org")]
    [InlineData("=?utf-8?Q?joe=40example.org?= <ana@example.org>", "ana@example.org")]
    [InlineData("Ana (joe@example.org) <ana@example.org>", "ana@example.org")]
    [InlineData("ana@example.org, joe@example.org", null)]
    [InlineData("nobody", null)]
    public void A_sender_is_one_address_and_no_name(string from, string? address) =>
        Assert.Equal(address, new Letter(MimeReader.Read(Encoding.UTF8.GetBytes($"From: {from}\n\nHi"))).From);

    [Fact]
    public void Base32_survives_capitals() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        Base32.Read(Base32.Write(bytes).ToUpperInvariant())!.Take(bytes.Length).SequenceEqual(bytes)).QuickCheckThrowOnFailure();
}
