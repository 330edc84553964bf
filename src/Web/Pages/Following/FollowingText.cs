namespace HealthDoers.Web.Pages.Following;

/// <summary>Names the texts of these pages.</summary>
public sealed class FollowingText;
