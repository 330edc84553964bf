using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>The member under whom imported things stand. Nobody can sign in as it, and its handle is reserved.</summary>
static class ImportedMember
{
    static readonly Handle Name = Handle.Of("imported");

    public static async Task<Member> FindOrAddAsync(AppDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Members.SingleOrDefaultAsync(m => m.Handle == Name.Value, cancellationToken) is { } there)
            return there;
        var member = Member.Invented(Name.Value, "Imported", Origin.Import, now);
        member.Describe(new() { SeenBy = Audience.Everyone, About = "Not a person. What was brought in from elsewhere stands under this name, each with where it came from." });
        db.AddRange(member, new HandleClaim(Name.Value));
        await db.SaveChangesAsync(cancellationToken);
        return member;
    }
}
