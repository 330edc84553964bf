namespace HealthDoers.Web.Pages.Reports;

/// <summary>Names the texts of these pages.</summary>
public sealed class ReportsText;
