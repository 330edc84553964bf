namespace HealthDoers.Web.Pages.Shared;

/// <summary>Names the words that every page shares (SharedText.resx).</summary>
public sealed class SharedText;
