using System.Diagnostics;

namespace HealthDoers.Tests.Harness;

/// <summary>The folder where a site without a mail server leaves its letters.</summary>
public sealed class Mailbox(string folder)
{
    /// <summary>Every letter to an address, oldest first.</summary>
    public IReadOnlyList<Letter> To(string address)
    {
        if (!Directory.Exists(folder))
            return [];
        return [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc)
            .Select(file => Letter.Read(File.ReadAllBytes(file.FullName)))
            .Where(letter => letter.To.Contains(address, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Waits until an address has got that many letters and returns the newest.</summary>
    public async Task<Letter> Newest(string address, int count = 1)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var letters = To(address);
            if (letters.Count >= count)
                return letters[^1];
            if (since.Elapsed > TimeSpan.FromSeconds(15))
                throw new TimeoutException($"{address} got {letters.Count} letters, not {count}: {string.Join("; ", letters.Select(letter => letter.Subject))}");
            await Task.Delay(100);
        }
    }
}
