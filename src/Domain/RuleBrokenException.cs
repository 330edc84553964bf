namespace HealthDoers.Domain;

/// <summary>A rule of the community was broken. The message is a plain sentence that the person may read.</summary>
public sealed class RuleBrokenException(string sentence) : Exception(sentence);
