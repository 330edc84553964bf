using System.Globalization;
using HealthDoers.Web.Data;

namespace HealthDoers.Web.Mail;

/// <summary>Without a mail server, letters lie in a folder as <c>.eml</c> files that any mail program opens.</summary>
sealed class FolderMailer(MailSettings settings, DataFolders folders) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, Guid id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Mail);
        // Named by the letter, so a second try writes the same file; moved into place whole.
        var name = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd-HHmmss-fff}-{id:N}");
        var unfinished = Path.Combine(folders.Mail, name + ".part");
        await File.WriteAllBytesAsync(unfinished, Eml.Write(mail, settings.From, at, settings.MessageId(id)), cancellationToken);
        File.Move(unfinished, Path.Combine(folders.Mail, name + ".eml"), overwrite: true);
    }
}
