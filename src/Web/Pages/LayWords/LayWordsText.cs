namespace HealthDoers.Web.Pages.LayWords;

/// <summary>Marks the texts beside it.</summary>
public sealed class LayWordsText;
