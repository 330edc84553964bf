namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Bytes as letters and digits that a mail server may write in capitals without harm (RFC 4648, without padding).</summary>
static class Base32
{
    const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var written = new char[(bytes.Length * 8 + 4) / 5];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var one in bytes)
        {
            buffer = (buffer << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
                written[at++] = Letters[(buffer >> (bits - 5)) & 31];
        }
        if (bits > 0)
            written[at] = Letters[(buffer << (5 - bits)) & 31];
        return new(written);
    }

    /// <summary>Null for anything that was not written so.</summary>
    public static byte[]? Read(string written)
    {
        var bytes = new byte[written.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in written)
        {
            if (Letters.IndexOf(char.ToLowerInvariant(letter)) is var value && value < 0)
                return null;
            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            if (at < bytes.Length)
                bytes[at++] = (byte)(buffer >> bits);
        }
        return bytes;
    }
}
