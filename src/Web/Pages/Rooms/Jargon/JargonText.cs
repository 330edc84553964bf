namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>Marks the texts beside it.</summary>
public sealed class JargonText;
