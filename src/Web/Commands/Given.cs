using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;

namespace HealthDoers.Web.Commands;

/// <summary>What was typed after a verb, judged as the forms judge it.</summary>
static class Given
{
    public static string Email(string typed) =>
        EmailAddress.TryRead(typed, out var email) ? email : throw new VerbFailedException($"\"{typed}\" is no e-mail address.", wrongUse: true);

    public static Handle Handle(string typed) =>
        Domain.Members.Handle.TryRead(typed, out var handle) ? handle : throw new VerbFailedException($"\"{typed}\" is no handle: use 3 to 30 of a-z, 0-9 and _, and no word of the site itself.", wrongUse: true);

    /// <summary>Words of a flags enumeration, parted by commas.</summary>
    public static T Words<T>(string? typed) where T : struct, Enum =>
        (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Enum.TryParse<T>(word, ignoreCase: true, out var value) && !char.IsAsciiDigit(word[0])
                ? value
                : throw new VerbFailedException($"\"{word}\" is not one of {string.Join(", ", Enum.GetNames<T>().Skip(1).Select(n => n.ToLowerInvariant()))}.", wrongUse: true))
            .Aggregate(default(T), (all, one) => (T)Enum.ToObject(typeof(T), Convert.ToInt32(all, null) | Convert.ToInt32(one, null)));
}
