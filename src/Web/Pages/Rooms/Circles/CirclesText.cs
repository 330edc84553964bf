namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>Marks the texts beside it.</summary>
public sealed class CirclesText;
