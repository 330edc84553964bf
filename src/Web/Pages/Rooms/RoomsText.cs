namespace HealthDoers.Web.Pages.Rooms;

/// <summary>Names the words of rooms (RoomsText.resx).</summary>
public sealed class RoomsText;
