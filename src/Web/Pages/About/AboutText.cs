namespace HealthDoers.Web.Pages.About;

/// <summary>Marks the texts beside it.</summary>
public sealed class AboutText;
