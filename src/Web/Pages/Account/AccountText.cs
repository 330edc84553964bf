namespace HealthDoers.Web.Pages.Account;

/// <summary>Names the words of joining, signing in and settings (AccountText.resx).</summary>
public sealed class AccountText;
