namespace HealthDoers.Web.Pages.Glossary;

/// <summary>Marks the texts beside it.</summary>
public sealed class GlossaryText;
