namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Names the texts of these pages.</summary>
public sealed class GatheringsText;
