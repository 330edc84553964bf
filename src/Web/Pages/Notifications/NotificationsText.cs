namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Names the texts of these pages.</summary>
public sealed class NotificationsText;
