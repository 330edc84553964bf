namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>Names the texts of these pages.</summary>
public sealed class ConversationText;
