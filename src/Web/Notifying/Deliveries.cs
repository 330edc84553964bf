using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Mail;

namespace HealthDoers.Web.Notifying;

/// <summary>The one place where a notification turns into what goes out because of it; all of it is saved with it.</summary>
static class Deliveries
{
    /// <returns>How many rows it takes.</returns>
    public static int Add(AppDb db, Notification told, Delivery delivery, Listening member)
    {
        db.Notifications.Add(told);
        if (delivery.DigestAt is { } digest)
            told.WaitForDigest(digest);
        if (delivery.MailAt is not { } mail)
            return 1;
        // Of the notification's id, so that a try again is the same letter.
        db.OutgoingMails.Add(new QueuedMail(mail) { Id = told.Id, Kind = NewsLetter.Letter, Language = member.Language, MemberId = told.MemberId, At = told.At });
        return 2;
    }
}
