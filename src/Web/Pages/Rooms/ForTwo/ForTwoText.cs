namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>Names the texts of these pages.</summary>
public sealed class ForTwoText;
