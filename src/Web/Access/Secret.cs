using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HealthDoers.Web.Access;

/// <summary>256 random bits that are shown once and kept only as their hash.</summary>
static class Secret
{
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
