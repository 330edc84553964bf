using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// The members under whose names imported messages stand, one a name. They are marked by handle and name, nobody can
/// sign in as them, and they stand in no list of members.
/// </summary>
sealed class ImportedAuthors
{
    public const string NameEnding = " (imported)";
    const string HandlePrefix = "imported_";
    const int HandleStem = Member.HandleLimit - 6; // leaves room for a number

    readonly Dictionary<string, Member> _byName = [];

    public async Task BeginAsync(AppDb db, CancellationToken cancellationToken)
    {
        await foreach (var member in db.Members.AsNoTracking().Where(m => m.Origin == Origin.Import && m.ErasedAt == null).AsAsyncEnumerable().WithCancellation(cancellationToken))
            _byName.TryAdd(member.Name, member);
    }

    /// <summary>Stored before the messages that name them, so a refused batch takes none of them back.</summary>
    public async Task AddMissingAsync(AppDb db, IEnumerable<string> names, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Member> newcomers = [];
        foreach (var name in names.Select(Marked).Distinct().Where(name => !_byName.ContainsKey(name)))
        {
            var member = Member.Invented(await FreeHandleAsync(db, name, newcomers, cancellationToken), name, Origin.Import, now);
            member.Describe(new() { SeenBy = Audience.Nobody, About = "Not a member. Words brought in from elsewhere stand under this name." });
            newcomers.Add(member);
        }
        if (newcomers.Count == 0)
            return;
        db.AddRange(newcomers);
        db.AddRange(newcomers.Select(m => new HandleClaim(m.Handle)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        newcomers.ForEach(m => _byName.Add(m.Name, m));
    }

    public Member this[string name] => _byName[Marked(name)];

    static string Marked(string name) => name + NameEnding;

    static async Task<string> FreeHandleAsync(AppDb db, string name, List<Member> newcomers, CancellationToken cancellationToken)
    {
        var folded = Slug.From(name[..^NameEnding.Length], "author").Replace('-', '_');
        var stem = (HandlePrefix + folded) is { Length: > HandleStem } tooLong ? tooLong[..HandleStem].TrimEnd('_') : HandlePrefix + folded;
        for (var number = 1; ; number++)
        {
            var handle = number == 1 ? stem : $"{stem}{number}";
            var claim = HandleClaim.HashOf(handle);
            if (!newcomers.Exists(m => m.Handle == handle) && !await db.HandleClaims.AnyAsync(c => c.Hash == claim, cancellationToken))
                return handle;
        }
    }
}
