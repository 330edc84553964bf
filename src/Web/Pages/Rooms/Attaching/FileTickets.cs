using System.Security.Cryptography;
using System.Text.Json;
using HealthDoers.Domain.Rooms;
using Microsoft.AspNetCore.DataProtection;

namespace HealthDoers.Web.Pages.Rooms.Attaching;

/// <summary>
/// Says that this member uploaded this file. A message takes no bare address of a file: whoever has heard of one could
/// bring it into a room of their own, where they may see it.
/// </summary>
sealed class FileTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As long as a file stays that nothing uses.</summary>
    static readonly TimeSpan Lasts = Files.UnusedFiles.Kept;

    readonly IDataProtector _seal = protection.CreateProtector("room-file");

    public string For(PostedFile file, Guid memberId) =>
        _seal.Protect(JsonSerializer.Serialize(new Sealed(file, memberId, clock.GetUtcNow() + Lasts)));

    /// <summary>Null for a ticket that is not ours, of somebody else, or too old.</summary>
    public PostedFile? Open(string? ticket, Guid memberId)
    {
        if (string.IsNullOrEmpty(ticket))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Sealed>(_seal.Unprotect(ticket)) is { } open && open.MemberId == memberId && clock.GetUtcNow() < open.Until ? open.File : null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    sealed record Sealed(PostedFile File, Guid MemberId, DateTimeOffset Until);
}
