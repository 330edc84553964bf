namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Names the texts of the hubs (HubsText.resx).</summary>
public sealed class HubsText;
