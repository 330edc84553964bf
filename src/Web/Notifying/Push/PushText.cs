namespace HealthDoers.Web.Notifying.Push;

/// <summary>Names the texts of messages to devices.</summary>
public sealed class PushText;
