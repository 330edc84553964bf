using HealthDoers.Web.Data;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>The files people uploaded. The index and the letters are not part of a backup: one is made anew, the others are in the database until they are sent.</summary>
static class Uploads
{
    public const string Folder = "files/";

    public static async Task SaveAsync(DataFolders folders, BackupWriter backup, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folders.Files))
            return;
        foreach (var path in Directory.EnumerateFiles(folders.Files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                await using var file = File.OpenRead(path);
                await backup.AddAsync(Folder + Path.GetRelativePath(folders.Files, path).Replace('\\', '/'), file, cancellationToken);
            }
            catch (FileNotFoundException)
            {
                // Removed meanwhile, so the site does not want it kept.
            }
        }
    }

    public static void Replace(DataFolders folders, string unpacked, Swap swap)
    {
        swap.Replace(folders.Files, Path.Combine(unpacked, "files"));
        // Of the old database; the server builds a new one.
        swap.Away(folders.Search);
    }
}
