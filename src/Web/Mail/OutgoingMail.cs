using System.Net.Mail;

namespace HealthDoers.Web.Mail;

/// <summary>A letter to one person, in words and in HTML that say the same.</summary>
/// <param name="Headers">More headers, such as List-Unsubscribe. Not those that the letter itself makes.</param>
public sealed record OutgoingMail(
    MailAddress To, string Subject, string Text, string Html, IReadOnlyDictionary<string, string>? Headers = null);
