using HealthDoers.Domain;
using HealthDoers.Domain.Members;

namespace HealthDoers.Web.Access;

/// <summary>Lets a program act for its member. The token itself is shown once; only its hash is kept.</summary>
public sealed class PersonalToken : Entity
{
    public const int NameLimit = 60;
    public const int MostPerMember = 50;
    public const string Prefix = "hd_";

    PersonalToken() { }

    PersonalToken(Guid memberId, string name, TokenScopes scopes, string hash, DateTimeOffset at)
    {
        MemberId = memberId;
        Name = name;
        Scopes = scopes;
        Hash = hash;
        MadeAt = at;
    }

    public Guid MemberId { get; private set; }
    public string Name { get; private set; } = "";
    public TokenScopes Scopes { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static PersonalToken Make(Guid memberId, string name, TokenScopes scopes, DateTimeOffset at, out string shownOnce)
    {
        shownOnce = Secret.New(Prefix);
        return new(memberId, name, scopes, Secret.HashOf(shownOnce), at);
    }

    public void Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = at;
        Raise(new PersonalTokenRevoked(MemberId, Id));
    }
}

[Flags]
public enum TokenScopes
{
    None = 0,
    Read = 1,
    Write = 2,
}
