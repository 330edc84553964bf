namespace HealthDoers.Web.Pages.Stories;

/// <summary>Marks the texts beside it.</summary>
public sealed class StoriesText;
