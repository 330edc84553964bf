namespace HealthDoers.Web.Mail;

/// <summary>The edge to the world of mail: a server, or a folder where there is none.</summary>
interface IMailer
{
    /// <param name="id">The same for every try to send one letter; it names the letter in its Message-ID.</param>
    Task SendAsync(OutgoingMail mail, Guid id, DateTimeOffset at, CancellationToken cancellationToken);
}
