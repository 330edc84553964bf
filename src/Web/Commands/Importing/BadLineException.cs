namespace HealthDoers.Web.Commands.Importing;

/// <summary>One line of an imported file cannot be taken; it is reported with its number and skipped.</summary>
sealed class BadLineException(string sentence) : Exception(sentence);
