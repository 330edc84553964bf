namespace HealthDoers.Web.Pages.Spotlights;

/// <summary>Names the texts of these pages.</summary>
public sealed class SpotlightsText;
