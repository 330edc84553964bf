namespace HealthDoers.Web.Hosting;

/// <summary>
/// Names the texts of broken rules. The domain says them in English and knows no other language; here each English
/// sentence leads to the same in another, and a test holds the two together.
/// </summary>
public sealed class RuleText;
