namespace HealthDoers.Web.Places;

/// <summary>Marks the texts beside it.</summary>
public sealed class PlacesText;
