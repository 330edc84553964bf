using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Mail;

namespace HealthDoers.Tests.Web.Mail;

public class EmlTests
{
    static readonly MailAddress Site = new("hello@site.example", "HealthDoers");
    static readonly MailAddress Ana = new("ana@clinic.example", "Ana \"Nana\" Flores");
    static readonly DateTimeOffset Noon = new(2026, 3, 5, 14, 0, 0, TimeSpan.FromHours(2));

    static string Write(OutgoingMail mail) => Encoding.UTF8.GetString(Eml.Write(mail, Site, Noon));

    static OutgoingMail Letter(string subject = "Welcome", string text = "Hi", string html = "<p>Hi</p>", params (string, string)[] headers) =>
        new(Ana, subject, text, html, headers.ToDictionary(header => header.Item1, header => header.Item2));

    static List<(string Name, string Value)> Headers(string eml) =>
        [.. eml[..eml.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal)
            .Split("\r\n").Select(line => line.Split(": ", 2)).Select(pair => (pair[0], pair.Length > 1 ? pair[1] : ""))];

    static string Header(string eml, string name) => Assert.Single(Headers(eml), header => header.Name == name).Value;

    static string Decoded(string value) =>
        Regex.Replace(Regex.Replace(value, @"\?= =\?", "?==?"), @"=\?utf-8\?B\?(.*?)\?=", word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [Fact]
    public void A_letter_is_written_whole()
    {
        var eml = Write(Letter(text: "Open https://site.example/confirm?id=1&t=abc", headers: ("List-Unsubscribe", "<https://site.example/u>")));
        Assert.Equal("\"HealthDoers\" <hello@site.example>", Header(eml, "From"));
        Assert.Equal("\"Ana \\\"Nana\\\" Flores\" <ana@clinic.example>", Header(eml, "To"));
        Assert.Equal("Welcome", Header(eml, "Subject"));
        Assert.Equal("Thu, 05 Mar 2026 12:00:00 +0000", Header(eml, "Date"));
        Assert.Equal("<https://site.example/u>", Header(eml, "List-Unsubscribe"));
        Assert.Matches("^<[0-9a-f]{32}@site.example>$", Header(eml, "Message-ID"));
        var boundary = Regex.Match(Header(eml, "Content-Type"), "boundary=\"(.+)\"").Groups[1].Value;
        Assert.Equal(
            $"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\nOpen https://site.example/confirm?id=1&t=abc\r\n" +
            $"--{boundary}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n<p>Hi</p>\r\n--{boundary}--\r\n",
            eml[(eml.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    [Theory]
    [InlineData("Bienvenida, Señora Núñez: confirme su dirección de correo para empezar a compartir lo que funciona")]
    [InlineData("健康 👩‍⚕️ 健康 👩‍⚕️ 健康 👩‍⚕️ 健康 👩‍⚕️ 健康 👩‍⚕️ 健康 👩‍⚕️")]
    [InlineData("not =?utf-8?B?QQ==?= a word")]
    public void Words_of_any_language_travel_in_headers(string subject)
    {
        var eml = Write(Letter(subject));
        Assert.Equal(subject, Decoded(Header(eml, "Subject")));
        Assert.All(eml[..eml.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n"), line => Assert.True(line.Length <= 78 && Ascii.IsValid(line), line));
    }

    [Fact]
    public void A_line_break_begins_no_header()
    {
        var eml = Write(new OutgoingMail(
            new MailAddress("ana@clinic.example", "Ana Ñ, Bcc: x@y.example"),
            "Hi\r\nBcc: x@y.example\r\n\r\n<script>", "Hi", "Hi", new Dictionary<string, string> { ["X-Note"] = "a\nBcc: x@y.example\u2028b" }));
        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "X-Note", "MIME-Version", "Content-Type"], Headers(eml).Select(header => header.Name));
    }

    [Fact]
    public void Whatever_a_subject_holds_it_stays_one_header() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((subject, note) =>
                Headers(Write(Letter(subject.Get, headers: ("X-Note", note.Get)))).Count == 8)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Bcc: x")]
    [InlineData("X\r\nBcc")]
    [InlineData("")]
    [InlineData("subject")]
    [InlineData("Content-Type")]
    public void A_header_name_must_be_one_and_free(string name) =>
        Assert.Throws<ArgumentException>(() => Write(Letter(headers: (name, "x"))));

    [Fact]
    public void Accents_stay_readable_and_breaks_become_those_of_mail()
    {
        var eml = Write(Letter(text: "Buenos días\nAna\r\rfin\0"));
        Assert.Contains("8bit\r\n\r\nBuenos días\r\nAna\r\n\r\nfin\r\n--", eml);
    }

    [Fact]
    public void A_line_too_long_for_mail_is_quoted_and_comes_back()
    {
        var line = string.Concat(Enumerable.Repeat("camión = 100% \t", 100)) + "fin ";
        var eml = Write(Letter(text: line + "\nend"));
        var body = Regex.Match(eml, "quoted-printable\r\n\r\n(.*?)\r\n--=_", RegexOptions.Singleline).Groups[1].Value;
        Assert.All(body.Split("\r\n"), quoted => Assert.InRange(quoted.Length, 0, 76));
        var bytes = Regex.Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), "=([0-9A-F]{2})", hex => ((char)Convert.ToByte(hex.Groups[1].Value, 16)).ToString());
        Assert.Equal(line + "\r\nend", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)));
    }

    [Fact]
    public void A_host_with_accents_is_written_for_the_wire() =>
        Assert.Equal("ana@xn--clnica-4va.example", Header(Write(Letter() with { To = new MailAddress("ana@clínica.example") }), "To"));
}
