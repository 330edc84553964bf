namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>Names the texts of these pages.</summary>
public sealed class ProposingText;
