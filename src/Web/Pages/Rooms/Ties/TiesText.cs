namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>Names the texts of topics that stand for something.</summary>
public sealed class TiesText;
