namespace HealthDoers.Web.Data;

/// <summary>
/// Who uses the data folder: servers share it, a restore needs it alone. A lock of the operating system on an open
/// file, so that it goes with the process, however that ends.
/// </summary>
sealed class DataLock : IDisposable
{
    readonly FileStream _held;

    DataLock(FileStream held) => _held = held;

    /// <summary>For a server. Null while a restore is at work.</summary>
    public static DataLock? TryShare(DataFolders folders) => TryTake(folders, FileAccess.Read, FileShare.Read);

    /// <summary>Null while a server holds the folder.</summary>
    public static DataLock? TryTakeAlone(DataFolders folders) => TryTake(folders, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _held.Dispose();

    static DataLock? TryTake(DataFolders folders, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(folders.Root);
        try
        {
            return new(new FileStream(folders.Lock, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException)
        {
            return null;
        }
    }
}

static class DataLockSetup
{
    /// <summary>Holds the folder as long as this server lives.</summary>
    public static IDisposable HoldData(this IServiceProvider services) =>
        DataLock.TryShare(services.GetRequiredService<DataFolders>())
        ?? throw new InvalidOperationException("A restore is at work on the data folder. Start the server when it is done.");
}
