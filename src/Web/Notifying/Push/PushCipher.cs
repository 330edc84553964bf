using System.Security.Cryptography;
using System.Text;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>Encrypts a message for one browser, which alone can read it: RFC 8291 with the content coding aes128gcm of RFC 8188, one record.</summary>
static class PushCipher
{
    public const int PointLength = 65;
    public const int AuthLength = 16;
    public const int SaltLength = 16;
    const int RecordSize = 4096;
    const int TagLength = 16;
    const byte LastRecord = 2;

    /// <summary>Bytes of a message that every push service takes.</summary>
    public const int MostBytes = RecordSize - TagLength - 1 - 86;

    public static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] browserKey, byte[] auth)
    {
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, browserKey, auth, ours, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <param name="ours">A key of this message alone.</param>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] browserKey, byte[] auth, ECDiffieHellman ours, byte[] salt)
    {
        if (message.Length > MostBytes)
            throw new ArgumentException("The message is too long for one record.", nameof(message));
        var ourKey = PointOf(ours.ExportParameters(false).Q);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = ToPoint(browserKey) });
        var (key, nonce) = KeysOf(ours.DeriveRawSecretAgreement(theirs.PublicKey), browserKey, ourKey, auth, salt);

        var body = new byte[SaltLength + 4 + 1 + PointLength + message.Length + 1 + TagLength];
        salt.CopyTo(body, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + 4] = PointLength;
        ourKey.CopyTo(body, SaltLength + 5);
        byte[] padded = [.. message, LastRecord];
        var sealedAt = SaltLength + 5 + PointLength;
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, padded, body.AsSpan(sealedAt, padded.Length), body.AsSpan(sealedAt + padded.Length));
        return body;
    }

    /// <param name="shared">The secret that both keys come to.</param>
    public static (byte[] Key, byte[] Nonce) KeysOf(byte[] shared, byte[] browserKey, byte[] ourKey, byte[] auth, byte[] salt)
    {
        var first = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. browserKey, .. ourKey]);
        return (HKDF.DeriveKey(HashAlgorithmName.SHA256, first, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0")),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, first, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0")));
    }

    public static byte[] PointOf(ECPoint point) => [4, .. point.X!, .. point.Y!];

    /// <summary>Whether these bytes are a point on the curve.</summary>
    public static bool IsPoint(byte[] key)
    {
        if (key.Length != PointLength || key[0] != 4)
            return false;
        try
        {
            using var made = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = ToPoint(key) });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static ECPoint ToPoint(byte[] key) => new() { X = key[1..33], Y = key[33..] };
}
