namespace HealthDoers.Web.Pages.Communities;

/// <summary>Names the texts of these pages.</summary>
public sealed class CommunitiesText;
