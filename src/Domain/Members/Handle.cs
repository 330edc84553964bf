using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Members;

/// <summary>A member's short name in addresses and mentions: 3 to 30 of a-z, 0-9 and _, the same in upper case.</summary>
public sealed record Handle
{
    public const int MinLength = 3;
    public const int MaxLength = 30;

    // Names that would let one member speak as the site, or address more than one.
    static readonly FrozenSet<string> ReservedNames = FrozenSet.Create(
        "admin", "administrator", "admins", "api", "account", "accounts", "all", "anonymous", "anyone", "api_token", "bot",
        "community", "contact", "deleted", "edit", "editor", "editors", "everybody", "everyone", "feed", "feeds", "former_member",
        "healthdoers", "health_doers", "help", "here", "host", "hostmaster", "import", "imported", "info", "live", "login", "logout",
        "mail", "member", "members", "mod", "moderator", "moderators", "new", "news", "noreply", "no_reply", "nobody", "null",
        "official", "owner", "postmaster", "privacy", "register", "room", "root", "search", "security", "settings", "site",
        "staff", "support", "system", "team", "undefined", "unknown", "webmaster", "welcome", "www");

    Handle(string value) => Value = value;

    /// <summary>Always lower case.</summary>
    public string Value { get; }

    /// <summary>Reads a typed handle, with or without a leading @. The fault says what to tell the person.</summary>
    public static HandleFault Read(string? text, out Handle? handle)
    {
        handle = null;
        var value = CleanText.Line(text).TrimStart('@');
        if (!value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return HandleFault.Characters;
        if (value.Length < MinLength)
            return HandleFault.TooShort;
        if (value.Length > MaxLength)
            return HandleFault.TooLong;
        value = value.ToLowerInvariant();
        if (ReservedNames.Contains(value))
            return HandleFault.Reserved;
        handle = new Handle(value);
        return HandleFault.None;
    }

    public static bool TryRead(string? text, [NotNullWhen(true)] out Handle? handle) =>
        Read(text, out handle) == HandleFault.None;

    /// <summary>A handle already known to be good: a stored one, or a reserved one for an account of the site itself.</summary>
    /// <exception cref="ArgumentException">Not of the form of a handle.</exception>
    public static Handle Of(string value) =>
        Read(value, out var handle) switch
        {
            HandleFault.None => handle!,
            HandleFault.Reserved => new Handle(value.TrimStart('@').ToLowerInvariant()),
            var fault => throw new ArgumentException($"'{value}' is no handle: {fault}.", nameof(value)),
        };

    /// <summary>
    /// Handles to offer for a name or for a taken handle, best first: <c>ana_flores</c>, <c>ana_flores2</c> to 9, then some with
    /// four random digits. Take the first that is free.
    /// </summary>
    public static IEnumerable<Handle> Suggestions(string? name)
    {
        var wanted = Cut(Latin.Fold(name ?? "", '_', atMost: 4 * MaxLength), MaxLength - 4);
        if (wanted.Length < MinLength)
            wanted = wanted.Length == 0 ? "member" : $"{wanted}_member";
        var endings = Enumerable.Range(2, 8)
            .Concat(Enumerable.Repeat(0, 12).Select(_ => RandomNumberGenerator.GetInt32(1000, 10000)))
            .Select(number => $"{wanted}{number}");
        foreach (var candidate in endings.Prepend(wanted))
            if (TryRead(candidate, out var handle))
                yield return handle;
    }

    public override string ToString() => Value;

    static string Cut(string value, int length)
    {
        if (value.Length <= length)
            return value;
        var word = value.LastIndexOf('_', length);
        return word >= MinLength ? value[..word] : value[..length];
    }
}
