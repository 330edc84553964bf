using System.Buffers.Binary;
using System.Security.Cryptography;
using HealthDoers.Domain.Notifications;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// The address that a letter is answered at: <c>reply+token@domain</c>. The token names the notification that the letter told
/// of and a last day, and is signed together with whom it told and what about. It fits into the 64 octets of a local part.
/// </summary>
sealed class ReplyAddress(InboundSettings settings, KeptKeys keys, TimeProvider clock)
{
    const string Prefix = "reply+";
    const string KeyName = "reply-address";
    const int KeyLength = 32;
    const int SignedLength = 18;
    const int MacLength = 18;

    /// <summary>A letter can be answered for so long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    static readonly NotificationKind[] Answerable = [NotificationKind.Comment, NotificationKind.Answer, NotificationKind.RoomMessage, NotificationKind.MentoringQuestion];

    public static bool CanBeAnswered(NotificationKind kind) => Answerable.Contains(kind);

    /// <summary>Null when no mail comes in here, or when this is nothing to answer.</summary>
    public async Task<string?> ForAsync(Notification told, CancellationToken cancellationToken)
    {
        if (!settings.IsOn || !CanBeAnswered(told.Kind))
            return null;
        var token = new byte[SignedLength + MacLength];
        told.Id.TryWriteBytes(token);
        BinaryPrimitives.WriteUInt16BigEndian(token.AsSpan(16), DayOf(clock.GetUtcNow() + Lasts));
        (await SignAsync(token.AsMemory(0, SignedLength), told, cancellationToken)).AsSpan(0, MacLength).CopyTo(token.AsSpan(SignedLength));
        return $"{Prefix}{Base32.Write(token)}@{settings.Domain}";
    }

    /// <summary>What an address of ours says, before its signature is looked at; null for other addresses.</summary>
    public ReplyToken? Read(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0 || !address[(at + 1)..].Equals(settings.Domain, StringComparison.OrdinalIgnoreCase) || !address.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        return Base32.Read(address[Prefix.Length..at]) is { Length: SignedLength + MacLength } token ? new(token) : new(new byte[SignedLength + MacLength]);
    }

    /// <param name="told">The notification that the token names; null when there is none, which takes as long to find out.</param>
    public async Task<ReplyVerdict> JudgeAsync(ReplyToken token, Notification? told, CancellationToken cancellationToken)
    {
        var mac = (await SignAsync(token.Bytes.AsMemory(0, SignedLength), told, cancellationToken)).AsMemory(0, MacLength);
        var isRight = CryptographicOperations.FixedTimeEquals(mac.Span, token.Bytes.AsSpan(SignedLength)) && told is not null;
        return !isRight ? ReplyVerdict.Forged : DayOf(clock.GetUtcNow()) > token.LastDay ? ReplyVerdict.TooOld : ReplyVerdict.Right;
    }

    async Task<byte[]> SignAsync(ReadOnlyMemory<byte> signed, Notification? told, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(KeyName, () => RandomNumberGenerator.GetBytes(KeyLength), cancellationToken);
        var said = new byte[SignedLength + 16 + 16 + 16 + 4];
        signed.CopyTo(said);
        (told?.MemberId ?? Guid.Empty).TryWriteBytes(said.AsSpan(SignedLength));
        (told?.SubjectId ?? Guid.Empty).TryWriteBytes(said.AsSpan(SignedLength + 16));
        (told?.DetailId ?? Guid.Empty).TryWriteBytes(said.AsSpan(SignedLength + 32));
        BinaryPrimitives.WriteInt32BigEndian(said.AsSpan(SignedLength + 48), (int)(told?.Kind ?? 0));
        return HMACSHA256.HashData(key, said);
    }

    static ushort DayOf(DateTimeOffset at) => (ushort)(at.ToUnixTimeSeconds() / 86_400);
}

/// <summary>The token of an address, not yet believed.</summary>
sealed record ReplyToken(byte[] Bytes)
{
    public Guid NotificationId => new(Bytes.AsSpan(0, 16));
    public ushort LastDay => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(16));
}

enum ReplyVerdict
{
    Right,
    TooOld,
    Forged,
}
