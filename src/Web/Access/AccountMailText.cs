namespace HealthDoers.Web.Access;

/// <summary>Names the words of the letters about accounts (AccountMailText.resx).</summary>
public sealed class AccountMailText;
