namespace HealthDoers.Web.Pages.Admin;

/// <summary>Names the texts of these pages.</summary>
public sealed class AdminText;
