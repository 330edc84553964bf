namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>Names the texts of these pages.</summary>
public sealed class AdaptingText;
