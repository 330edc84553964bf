namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Names the texts of these pages.</summary>
public sealed class MentoringText;
