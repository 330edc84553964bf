using System.Text;

namespace HealthDoers.Tests.Harness;

public class LetterTests
{
    [Fact]
    public void A_letter_in_two_forms_is_read_as_its_reader_sees_it()
    {
        var letter = Letter.Read(Encoding.UTF8.GetBytes(
            """
            To: <ana@example.org>
            Subject: =?utf-8?Q?Tu_historia?= =?utf-8?B?IGVzdMOh?=
             =?utf-8?Q?_aqu=C3=AD?=
            Content-Type: multipart/alternative;
             boundary="--cut"

            ----cut
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Aqu=C3=AD: http://127.0.0.1:5000/account/confirm?code=3Da=
            bc&user=3D7.
            ----cut
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+SG9sYTwvcD4=
            ----cut--
            """));

        Assert.Contains("ana@example.org", letter.To, StringComparison.Ordinal);
        Assert.Equal("Tu historia está aquí", letter.Subject);
        Assert.Equal(["http://127.0.0.1:5000/account/confirm?code=abc&user=7"], letter.Links);
        Assert.Equal("<p>Hola</p>", letter.Html);
    }
}
