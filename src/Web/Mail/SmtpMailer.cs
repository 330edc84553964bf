using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace HealthDoers.Web.Mail;

/// <summary>Hands letters to the server that <c>Mail:Smtp:Host</c> names.</summary>
sealed class SmtpMailer(MailSettings settings) : IMailer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, Guid id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.UseTls,
            Credentials = settings.User is { Length: > 0 } user ? new NetworkCredential(user, settings.Password) : null,
        };
        using var message = new MailMessage(settings.From, mail.To)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", settings.MessageId(id));
        foreach (var (name, value) in mail.Headers ?? new Dictionary<string, string>())
            // The client writes this one itself, and from this list alone.
            if (name == "Reply-To")
                message.ReplyToList.Add(value);
            else
                message.Headers.Add(name, value);
        using var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        message.AlternateViews.Add(html);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }
}
