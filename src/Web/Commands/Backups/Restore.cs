using System.CommandLine;
using System.Globalization;
using HealthDoers.Domain;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Backups;

sealed class Restore : Verb
{
    readonly Argument<string> _file = new("file.zip") { Description = "A file that backup wrote." };

    public Restore() : base("restore", "Put a backup in the place of the present data. The server must be stopped.") => Add(_file);

    public override bool OpensData => false;

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, folders) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<DataFolders>());
        using var alone = DataLock.TryTakeAlone(folders)
            ?? throw new VerbFailedException($"A server is running on {folders.Root}. Stop it first.");
        using var backup = BackupReader.Open(line.GetRequiredValue(_file));
        var copy = DatabaseCopy.Of(db, folders);
        CheckKind(backup.Manifest, copy, db);

        // Inside the data folder, so that taking its place is a rename.
        var unpacked = Path.Combine(folders.Root, $".restore-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(unpacked);
            await backup.UnpackAsync(unpacked, cancellationToken);
            await copy.CheckAsync(backup.Manifest, unpacked, cancellationToken);
            using var swap = new Swap(Path.Combine(folders.Root, $".replaced-{Guid.NewGuid():N}"));
            Uploads.Replace(folders, unpacked, swap);
            await copy.ReplaceAsync(backup.Manifest, unpacked, swap, cancellationToken);
            swap.Keep();
            // No index knows that its database is another one now.
            await db.RaiseAsync(new IndexRebuildRequested(Guid.CreateVersion7()), cancellationToken);
        }
        catch (IOException full)
        {
            throw new VerbFailedException($"The backup could not be unpacked, and the present data is as it was: {full.Message}");
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
        return string.Create(CultureInfo.InvariantCulture, $"restored {backup.Manifest.Rows.Values.Sum()} rows and {backup.Manifest.Entries.Count(e => e.Name.StartsWith(Uploads.Folder, StringComparison.Ordinal))} uploads of {backup.Manifest.TakenAt:yyyy-MM-dd HH:mm} UTC");
    }

    static void CheckKind(Manifest manifest, DatabaseCopy copy, AppDb db)
    {
        if (manifest.Provider != copy.Provider)
            throw new VerbFailedException($"The backup is of {manifest.Provider} and this site uses {copy.Provider}. To move between them, use export and import.");
        if (!db.Database.GetMigrations().Contains(manifest.Migration))
            throw new VerbFailedException($"The backup is of a database that this version does not know ({manifest.Migration}). Restore it with the version that made it.");
    }
}
