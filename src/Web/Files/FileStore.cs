using System.Security.Cryptography;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Files;

/// <summary>
/// Keeps uploads by the hash of their content: in <c>files/ab/cdef…</c> beside SQLite, in the database on PostgreSQL,
/// so that every node serves them.
/// </summary>
sealed class FileStore(AppDb db, FileFolder folder, WriteGate gate, TimeProvider clock)
{
    bool InFolder => db is SqliteAppDb;

    /// <summary>Keeps a picture that was judged already; the row is saved with the caller's change.</summary>
    public Task<string> KeepAsync(ImageFile picture, Guid ownerId, CancellationToken cancellationToken) =>
        KeepAsync(picture.Content, picture.ContentType, picture.Width, picture.Height, ownerId, cancellationToken);

    public async Task<string> KeepAsync(byte[] content, string contentType, int width, int height, Guid ownerId, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        // Somebody may have taken the row away while the file stayed, so the file is written in any case.
        if (InFolder)
            await folder.WriteAsync(hash, content, cancellationToken);
        if (db.Files.Local.All(f => f.Hash != hash) && !await RenewAsync(hash, cancellationToken))
            db.Files.Add(new()
            {
                Hash = hash,
                ContentType = contentType,
                Length = content.Length,
                Width = width,
                Height = height,
                OwnerId = ownerId,
                At = clock.GetUtcNow(),
                Content = InFolder ? null : content,
            });
        return hash;
    }

    /// <summary>What is known of a file without its content, or null.</summary>
    public Task<KnownFile?> FindAsync(string hash, CancellationToken cancellationToken) =>
        db.Files.Where(f => f.Hash == hash).Select(f => new KnownFile(f.Hash, f.ContentType, f.Length, f.OwnerId)).SingleOrDefaultAsync(cancellationToken);

    public async Task<Stream?> OpenAsync(KnownFile file, CancellationToken cancellationToken)
    {
        if (InFolder)
            return folder.Open(file.Hash);
        var content = await db.Files.Where(f => f.Hash == file.Hash).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : new MemoryStream(content, writable: false);
    }

    /// <summary>A file that is used again is young again, so the sweep of unused ones passes it by. False when there is none.</summary>
    async Task<bool> RenewAsync(string hash, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await db.Files.Where(f => f.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(f => f.At, now), cancellationToken) > 0;
    }

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}

sealed record KnownFile(string Hash, string ContentType, long Length, Guid OwnerId);
