using System.IO.Compression;
using System.Security.Cryptography;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>Puts entries into the archive and notes the hash of each.</summary>
sealed class BackupWriter(ZipArchive archive)
{
    public List<ManifestEntry> Entries { get; } = [];

    public async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[128 * 1024];
        var bytes = 0L;
        for (int read; (read = await content.ReadAsync(chunk, cancellationToken)) > 0; bytes += read)
        {
            hash.AppendData(chunk, 0, read);
            await entry.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }
        Entries.Add(new(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    public async Task CloseAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(Manifest.EntryName).OpenAsync(cancellationToken);
        await entry.WriteAsync(manifest.Write(), cancellationToken);
    }
}
