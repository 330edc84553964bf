using HealthDoers.Domain.Members;
using Microsoft.AspNetCore.Identity;

namespace HealthDoers.Web.Access;

/// <summary>How a member signs in. It has the member's id; everything others may see is on the member.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>An account whose address is known to be the member's own. Without a password until a link sets one.</summary>
    public static Account Of(Member member, string email, string? passwordHash, DateTimeOffset at) => new()
    {
        Id = member.Id,
        UserName = email,
        NormalizedUserName = EmailAddress.Normal(email),
        Email = email,
        NormalizedEmail = EmailAddress.Normal(email),
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = Secret.New(),
        CreatedAt = at,
    };
}
