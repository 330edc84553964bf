namespace HealthDoers.Web.Pages.Visits;

/// <summary>Names the texts of these pages.</summary>
public sealed class VisitsText;
