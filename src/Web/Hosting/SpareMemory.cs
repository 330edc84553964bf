using System.Runtime;
using System.Runtime.InteropServices;

namespace HealthDoers.Web.Hosting;

static class SpareMemory
{
    /// <summary>Gives the system back what this process holds and does not use. Everything stands still meanwhile, for a tenth of a second or two.</summary>
    public static void GiveBack()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // What SQLite and the compiler let go of stays with GNU's C library until it is asked; other libraries need no asking.
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
            _ = Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
    }

    delegate int MallocTrim(nuint keep);
}
