namespace HealthDoers.Web.Pages.Admin.Asked;

/// <summary>Marks the texts beside it.</summary>
public sealed class AskedText;
