using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Backups;

sealed class Backup : Verb
{
    readonly Argument<string> _file = new("file.zip") { Description = "Where to write it. It appears whole or not at all." };

    public Backup() : base("backup", "Save the database and the uploads as one ZIP, also while the site runs.") => Add(_file);

    // A backup before an upgrade is of the database as it is.
    public override bool OpensData => false;

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(line.GetRequiredValue(_file));
        var unfinished = $"{path}.unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var manifest = await WriteAsync(unfinished, services, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
            return string.Create(CultureInfo.InvariantCulture, $"saved {manifest.Rows.Values.Sum()} rows and {manifest.Entries.Count(e => e.Name.StartsWith(Uploads.Folder, StringComparison.Ordinal))} uploads to {path}");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"{path} cannot be written: {closed.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static async Task<Manifest> WriteAsync(string path, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, folders) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<DataFolders>());
        await using var file = OwnerOnly(path);
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var writer = new BackupWriter(archive);
        var copy = DatabaseCopy.Of(db, folders);
        var migration = await copy.MigrationAsync(cancellationToken) ?? throw new VerbFailedException("There is no database yet, so there is nothing to save.");
        // The database first: every upload it names is there already, and one that comes later does no harm.
        var rows = await copy.SaveAsync(writer, cancellationToken);
        await Uploads.SaveAsync(folders, writer, cancellationToken);
        var manifest = new Manifest
        {
            What = Manifest.OfThisProgram,
            Format = Manifest.NewestFormat,
            Provider = copy.Provider,
            Migration = migration,
            TakenAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Rows = rows,
            Entries = writer.Entries,
        };
        await writer.CloseAsync(manifest, cancellationToken);
        return manifest;
    }

    /// <summary>A backup holds everything, so nobody but its owner may read it.</summary>
    static FileStream OwnerOnly(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
