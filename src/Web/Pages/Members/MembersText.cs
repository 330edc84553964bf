namespace HealthDoers.Web.Pages.Members;

/// <summary>Names the words of the list of members and of their pages (MembersText.resx).</summary>
public sealed class MembersText;
