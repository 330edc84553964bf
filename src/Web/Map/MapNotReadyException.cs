namespace HealthDoers.Web.Map;

/// <summary>The map of this node could not be read from the database yet. An answer (503), not a bug of who asks.</summary>
sealed class MapNotReadyException() : Exception("The map is not ready yet. Try again in a moment.");
