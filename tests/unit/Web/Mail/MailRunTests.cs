using System.Net.Mail;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Mail;

public sealed class MailRunTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_server_that_is_away_delays_a_letter_and_loses_nothing()
    {
        await using var app = new WebApp();
        // Nobody listens on this port.
        app.Settings["Mail:Smtp:Host"] = "127.0.0.1";
        app.Settings["Mail:Smtp:Port"] = "9";
        using var browser = app.Browser();

        var answer = await browser.FillAsync("/account/forgot", ("Input.Email", "waiting@example.org"));

        Assert.Equal("/account/sent", answer.Goes);
        QueuedMail? waiting = null;
        for (var waited = 0; waited < 100 && waiting is not { Failures: > 0 }; waited++)
        {
            await Task.Delay(100, Stop);
            waiting = await app.InDbAsync(db => db.OutgoingMails.SingleAsync(m => m.Address == "waiting@example.org", Stop));
        }
        Assert.True(waiting is { Failures: > 0, SentAt: null, SetAsideAt: null }, "The letter should wait for its next try.");
        Assert.NotEmpty(waiting.Values);
    }

    [Fact]
    public async Task A_letter_is_sent_once_and_its_link_forgotten()
    {
        await using var app = new WebApp();
        using var browser = app.Browser();
        await browser.FillAsync("/account/forgot", ("Input.Email", "once@example.org"));
        await app.LetterAsync("once@example.org");
        await Task.Delay(1500, Stop);

        Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "mail"), "*.eml"));
        var sent = await app.InDbAsync(db => db.OutgoingMails.SingleAsync(Stop));
        Assert.NotNull(sent.SentAt);
        Assert.Empty(sent.Values);
        Assert.Contains(sent.Id.ToString("N"), await app.LetterAsync("once@example.org"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Finish joining")]
    [InlineData("es", "Terminar de unirme")]
    public async Task A_letter_speaks_its_readers_language_and_no_value_can_forge_a_header_or_markup(string language, string button)
    {
        await using var app = new WebApp();
        _ = app.Address;
        var letters = app.Services.GetRequiredService<Letters>();

        var letter = letters.Write(new()
        {
            Kind = "Confirm",
            Language = language,
            At = DateTimeOffset.UtcNow,
            Values = { ["Name"] = "Ana\r\nBcc: all@example.org <b>{Link}", ["Link"] = "https://example.org/account/confirm?token=a&b" },
        }, new MailAddress("ana@example.org"));

        Assert.DoesNotContain('\n', letter.Subject);
        Assert.Contains("Ana Bcc: all@example.org <b>{Link}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;{Link}", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"""<a href="https://example.org/account/confirm?token=a&amp;b">{button}</a>""", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_cannot_be_sent_waits_longer_each_time_and_is_set_aside_after_three_days()
    {
        var at = DateTimeOffset.UnixEpoch;
        var mail = new QueuedMail { Kind = "Confirm", Language = "en", At = at };

        mail.Failed("SmtpException", at);
        var first = mail.NextAt - at;
        mail.Failed("SmtpException", at);
        Assert.True(mail.NextAt - at > first);
        Assert.Null(mail.SetAsideAt);

        mail.Failed("SmtpException", at + QueuedMail.Tried + TimeSpan.FromMinutes(1));
        Assert.NotNull(mail.SetAsideAt);
    }
}
