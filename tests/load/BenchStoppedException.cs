namespace HealthDoers.Load;

/// <summary>The bench cannot measure, and the message says why.</summary>
public sealed class BenchStoppedException(string message) : Exception(message);
