namespace HealthDoers.Web.Pages.Rooms.Links;

/// <summary>Names the texts of link cards.</summary>
public sealed class LinksText;
