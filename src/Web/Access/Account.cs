using Microsoft.AspNetCore.Identity;

namespace HealthDoers.Web.Access;

/// <summary>How a member signs in. It has the member's id; everything others may see is on the member.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public DateTimeOffset CreatedAt { get; init; }
}
