using System.Security.Cryptography;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Files;

/// <summary>
/// Keeps uploads by the hash of their content: in <c>files/ab/cdef…</c> beside SQLite, in the database on PostgreSQL,
/// so that every node serves them.
/// </summary>
sealed class FileStore(AppDb db, DataFolders folders, TimeProvider clock)
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
            await WriteAsync(PathOf(hash), content, cancellationToken);
        if (db.Files.Local.All(f => f.Hash != hash) && !await db.Files.AnyAsync(f => f.Hash == hash, cancellationToken))
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
        db.Files.Where(f => f.Hash == hash).Select(f => new KnownFile(f.Hash, f.ContentType, f.Length)).SingleOrDefaultAsync(cancellationToken);

    public async Task<Stream?> OpenAsync(KnownFile file, CancellationToken cancellationToken)
    {
        if (InFolder)
            return File.Exists(PathOf(file.Hash)) ? File.OpenRead(PathOf(file.Hash)) : null;
        var content = await db.Files.Where(f => f.Hash == file.Hash).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : new MemoryStream(content, writable: false);
    }

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    string PathOf(string hash) => Path.Combine(folders.Files, hash[..2], hash[2..]);

    // Written beside and moved into place: a name never stands for half a file, not even after a power cut.
    static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && new FileInfo(path).Length == content.Length)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}

sealed record KnownFile(string Hash, string ContentType, long Length);
