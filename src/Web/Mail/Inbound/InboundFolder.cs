using HealthDoers.Web.Data;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Where letters come in as files: <c>mail/in</c> of the data folder, by a mail server that drops them there or by the web hook.</summary>
sealed class InboundFolder(DataFolders folders)
{
    /// <summary>A program may still be writing.</summary>
    static readonly TimeSpan Settles = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public string In => Path.Combine(folders.Mail, "in");
    public string Done => Path.Combine(In, "done");
    public string Aside => Path.Combine(In, "set-aside");

    public void Make()
    {
        Directory.CreateDirectory(Done);
        Directory.CreateDirectory(Aside);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FileInfo> Waiting(DateTimeOffset now) =>
        [.. new DirectoryInfo(In).EnumerateFiles("*.eml").Where(f => now.UtcDateTime - f.LastWriteTimeUtc > Settles).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).Take(100)];

    /// <summary>Whole or not at all: nobody is answered before it is on disk.</summary>
    public async Task DropAsync(Stream letter, CancellationToken cancellationToken)
    {
        Make();
        var name = Path.Combine(In, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using (var file = new FileStream(name + ".part", FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
            {
                await letter.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(name + ".part", name + ".eml");
        }
        catch
        {
            File.Delete(name + ".part");
            throw;
        }
    }

    /// <summary>What the file of a letter is called once the letter was judged.</summary>
    public static string NameOf(Guid id) => $"{id:N}.eml";

    public static void Put(FileInfo letter, string folder, Guid id) => letter.MoveTo(Path.Combine(folder, NameOf(id)), overwrite: true);

    public void PutBack(string name)
    {
        if (File.Exists(Path.Combine(Aside, name)))
            File.Move(Path.Combine(Aside, name), Path.Combine(In, name), overwrite: true);
    }

    public void ThrowAway(string name) => File.Delete(Path.Combine(Aside, name));

    /// <summary>Who wrote it was erased.</summary>
    public void Forget(Guid id)
    {
        if (Directory.Exists(Done))
            File.Delete(Path.Combine(Done, NameOf(id)));
    }

    public void Sweep(DateTimeOffset now)
    {
        foreach (var old in new DirectoryInfo(Done).EnumerateFiles().Where(f => now.UtcDateTime - f.LastWriteTimeUtc > Kept))
            old.Delete();
    }
}
