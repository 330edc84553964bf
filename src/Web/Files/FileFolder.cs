using HealthDoers.Web.Data;

namespace HealthDoers.Web.Files;

/// <summary>Uploads beside SQLite: <c>files/ab/cdef…</c>, named by the hash of their content.</summary>
sealed class FileFolder(DataFolders folders, TimeProvider clock) : IDisposable
{
    // So that none is taken away between the look at it and its use.
    readonly SemaphoreSlim _one = new(1);

    public Stream? Open(string hash) => File.Exists(PathOf(hash)) ? File.OpenRead(PathOf(hash)) : null;

    /// <summary>Written beside and moved into place: a name never stands for half a file, not even after a power cut.</summary>
    public async Task WriteAsync(string hash, byte[] content, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (File.Exists(path) && new FileInfo(path).Length == content.Length)
            {
                Touch(path);
                return;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = $"{path}.{Guid.NewGuid():N}";
            await using (var file = new FileStream(unfinished, FileMode.CreateNew))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
            Touch(path);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>
    /// Takes away what the database does not know. What it has only just forgotten stays until the next time, for a
    /// backup that saved the database a moment ago and is still copying files.
    /// </summary>
    public async Task SweepAsync(DateTime old, Func<string, Task<bool>> isKnownAsync, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folders.Files))
            return;
        foreach (var path in Directory.EnumerateFiles(folders.Files, "*", SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(path) >= old)
                continue;
            await _one.WaitAsync(cancellationToken);
            try
            {
                if (File.GetLastWriteTimeUtc(path) < old && !await isKnownAsync(HashOf(path)))
                    File.Delete(path);
            }
            finally
            {
                _one.Release();
            }
        }
    }

    /// <summary>Begins the day that a forgotten file still stays.</summary>
    public void Forget(IEnumerable<string> hashes)
    {
        foreach (var path in hashes.Select(PathOf).Where(File.Exists))
            Touch(path);
    }

    public void Dispose() => _one.Dispose();

    void Touch(string path) => File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);

    string PathOf(string hash) => Path.Combine(folders.Files, hash[..2], hash[2..]);

    // Of half a file that a crash left, it is no hash, and so nothing known.
    static string HashOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path);
}
