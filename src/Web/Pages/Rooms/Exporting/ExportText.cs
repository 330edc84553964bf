namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>Names the texts of copies of the talk.</summary>
public sealed class ExportText;
