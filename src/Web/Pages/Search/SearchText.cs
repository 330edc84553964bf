namespace HealthDoers.Web.Pages.Search;

/// <summary>Marks the texts beside it.</summary>
public sealed class SearchText;
