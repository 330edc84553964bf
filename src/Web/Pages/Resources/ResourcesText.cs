namespace HealthDoers.Web.Pages.Resources;

/// <summary>Names the texts of these pages.</summary>
public sealed class ResourcesText;
