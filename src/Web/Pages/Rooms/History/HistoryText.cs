namespace HealthDoers.Web.Pages.Rooms.History;

/// <summary>Names the texts of what messages said before.</summary>
public sealed class HistoryText;
