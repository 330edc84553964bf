namespace HealthDoers.Web.Access.Carrying;

/// <summary>A page whose form may be sent without a name: what it holds is never kept beside who sent it.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class NotCarriedAttribute : Attribute;
