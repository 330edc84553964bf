namespace HealthDoers.Web.Pages.Map;

/// <summary>Marks the texts beside it.</summary>
public sealed class MapText;
