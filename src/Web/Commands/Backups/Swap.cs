namespace HealthDoers.Web.Commands.Backups;

/// <summary>Moves new files and folders into the place of present ones and, unless kept, moves everything back.</summary>
sealed class Swap(string aside) : IDisposable
{
    readonly Stack<(string From, string To)> _moves = [];
    bool _isKept;

    /// <summary>Puts aside what stands there, if anything does.</summary>
    public void Away(string path)
    {
        if (!Path.Exists(path))
            return;
        Directory.CreateDirectory(aside);
        Move(path, Path.Combine(aside, Path.GetFileName(path)));
    }

    public void Replace(string path, string with)
    {
        Away(path);
        if (Path.Exists(with))
            Move(with, path);
    }

    public void Keep() => _isKept = true;

    public void Dispose()
    {
        while (!_isKept && _moves.TryPop(out var move))
            Directory.Move(move.To, move.From);
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
    }

    void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        _moves.Push((from, to));
    }
}
