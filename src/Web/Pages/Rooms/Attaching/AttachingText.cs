namespace HealthDoers.Web.Pages.Rooms.Attaching;

/// <summary>Names the texts of files in messages.</summary>
public sealed class AttachingText;
