using System.Security.Claims;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>Who asks, for the length of one request.</summary>
public sealed class CurrentMember(IHttpContextAccessor context, AppDb db)
{
    Member? _member;
    bool _read;

    public bool IsSignedIn => Id is not null;

    public Guid? Id => Guid.TryParse(context.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>As the request began with: a member who was suspended since is not signed in any more.</summary>
    public bool IsEditor => context.HttpContext?.User.IsInRole(Roles.Editor) == true;

    /// <summary>The member, or null for a visitor who is not signed in. Read from the database once a request.</summary>
    public async Task<Member?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (!_read)
        {
            _read = true;
            _member = Id is { } id ? await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken) : null;
        }
        return _member;
    }

    /// <summary>For pages that only a signed-in member reaches.</summary>
    public async Task<Member> RequireAsync(CancellationToken cancellationToken = default) =>
        await GetAsync(cancellationToken) ?? throw new InvalidOperationException("This page is for signed-in members, so it must not allow anonymous visitors.");
}
