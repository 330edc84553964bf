namespace HealthDoers.Web.Pages;

/// <summary>Marks the texts beside it.</summary>
public sealed class HomeText;
