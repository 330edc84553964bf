namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>Marks the texts beside it.</summary>
public sealed class PollsText;
