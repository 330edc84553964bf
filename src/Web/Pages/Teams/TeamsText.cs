namespace HealthDoers.Web.Pages.Teams;

/// <summary>Names the texts of these pages.</summary>
public sealed class TeamsText;
