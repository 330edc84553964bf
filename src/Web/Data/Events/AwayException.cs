namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Thrown by a consumer whose far end is away. None of the events is parked: the cursor stays, and all of them come again
/// after a pause that grows while it lasts.
/// </summary>
public sealed class AwayException(string message, Exception inner) : Exception(message, inner);
