namespace HealthDoers.Web.Pages.Ideas;

/// <summary>Names the texts of these pages.</summary>
public sealed class IdeasText;
