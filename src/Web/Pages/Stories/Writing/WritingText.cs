namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>The words of the pages on which stories are written.</summary>
public sealed class WritingText;
