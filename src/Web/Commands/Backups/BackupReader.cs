using System.IO.Compression;
using System.Security.Cryptography;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>A backup that is looked at with suspicion: nothing of it is believed before it is checked.</summary>
sealed class BackupReader : IDisposable
{
    readonly ZipArchive _archive;

    BackupReader(ZipArchive archive, Manifest manifest) => (_archive, Manifest) = (archive, manifest);

    public Manifest Manifest { get; }

    /// <exception cref="VerbFailedException">It is no backup, or one of another kind or a newer version.</exception>
    public static BackupReader Open(string path)
    {
        ZipArchive archive;
        try
        {
            archive = ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw new VerbFailedException($"{path} is broken, or no ZIP file at all.");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"{path} cannot be read: {closed.Message}");
        }
        try
        {
            return new(archive, ManifestIn(archive, path));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Writes every entry below a folder and compares its hash on the way.</summary>
    /// <exception cref="VerbFailedException">An entry is missing, added or not what the manifest says.</exception>
    public async Task UnpackAsync(string folder, CancellationToken cancellationToken)
    {
        var names = _archive.Entries.Select(e => e.FullName).Where(name => name != Manifest.EntryName).ToList();
        if (!names.Order(StringComparer.Ordinal).SequenceEqual(Manifest.Entries.Select(e => e.Name).Order(StringComparer.Ordinal)))
            throw new VerbFailedException("The backup does not hold exactly what it says it holds.");
        foreach (var entry in Manifest.Entries)
            await UnpackAsync(entry, Inside(folder, entry.Name), cancellationToken);
    }

    public void Dispose() => _archive.Dispose();

    static Manifest ManifestIn(ZipArchive archive, string path)
    {
        if (archive.GetEntry(Manifest.EntryName) is not { Length: <= Manifest.LongestFile } entry)
            throw new VerbFailedException($"{path} is no backup of this program.");
        try
        {
            using var text = entry.Open();
            var manifest = Manifest.Read(text);
            if (manifest?.What != Manifest.OfThisProgram)
                throw new VerbFailedException($"{path} is no backup of this program.");
            return manifest.Format <= Manifest.NewestFormat ? manifest
                : throw new VerbFailedException($"{path} was made by a newer version of this program. Restore it with that one.");
        }
        catch (InvalidDataException)
        {
            throw new VerbFailedException($"{path} is broken.");
        }
    }

    async Task UnpackAsync(ManifestEntry expected, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var from = await _archive.GetEntry(expected.Name)!.OpenAsync(cancellationToken);
            await using var to = File.Create(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var chunk = new byte[128 * 1024];
            for (int read; (read = await from.ReadAsync(chunk, cancellationToken)) > 0;)
            {
                hash.AppendData(chunk, 0, read);
                await to.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
                if (to.Length > expected.Bytes)
                    break;
            }
            if (to.Length == expected.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == expected.Sha256)
                return;
        }
        catch (InvalidDataException)
        {
        }
        throw new VerbFailedException($"{expected.Name} in the backup is damaged or was changed.");
    }

    static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path
            : throw new VerbFailedException("The backup names a file outside of itself.");
    }
}
