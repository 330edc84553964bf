namespace HealthDoers.Web.Pages.Activity;

/// <summary>Names the texts of this page.</summary>
public sealed class ActivityText;
