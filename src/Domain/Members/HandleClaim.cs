using System.Security.Cryptography;
using System.Text;

namespace HealthDoers.Domain.Members;

/// <summary>A handle that was given once is never given again, also after its member has left.</summary>
public sealed class HandleClaim
{
    HandleClaim() { }

    public HandleClaim(string handle) => Hash = HashOf(handle);

    /// <summary>Only a hash stays, so that nothing readable of an erased member does.</summary>
    public string Hash { get; private set; } = "";

    public static string HashOf(string handle) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle.ToLowerInvariant())));
}
