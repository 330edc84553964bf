namespace HealthDoers.Web.Pages.Searches;

/// <summary>Marks the texts beside it.</summary>
public sealed class SearchesText;
