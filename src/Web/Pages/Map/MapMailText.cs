namespace HealthDoers.Web.Pages.Map;

/// <summary>Marks the words of letters about entries on the map.</summary>
public sealed class MapMailText;
