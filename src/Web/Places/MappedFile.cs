using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace HealthDoers.Web.Places;

/// <summary>
/// A file of numbered parts that is read where it lies. The system brings in the pages that somebody looks at, so a part
/// that nobody asks for costs no memory. It stays open as long as the process lives.
/// </summary>
sealed unsafe partial class MappedFile
{
    const int HeadLength = 2 * sizeof(int);
    const int DontNeed = 4;

    readonly byte* _start;
    readonly long _length;

    /// <exception cref="InvalidDataException">It is no file of this edition.</exception>
    public MappedFile(string path, int edition)
    {
        _length = new FileInfo(path).Length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        if (_length < HeadLength || Head[0] != edition)
            throw new InvalidDataException($"{path} is not of the edition that this program reads.");
    }

    public ReadOnlySpan<T> Part<T>(int number) where T : unmanaged
    {
        var (from, length) = (Head[2 + 2 * number], Head[3 + 2 * number]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from + (long)length, _length, nameof(number));
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start + from, length));
    }

    ReadOnlySpan<int> Head => new(_start, HeadLength / sizeof(int) + 2 * ((int*)_start)[1]);

    /// <summary>Gives back the pages that were looked at. They come again when they are looked at again.</summary>
    public void LetGo()
    {
        // Elsewhere the system takes them when it needs them.
        if (OperatingSystem.IsLinux())
            _ = Advise(_start, (nuint)_length, DontNeed);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint length, int advice);
}
