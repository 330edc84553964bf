using System.Diagnostics;
using System.Globalization;

namespace HealthDoers.Web.Commands;

/// <summary>How far long work has come, on standard error: a bar on a terminal, a plain line now and then elsewhere.</summary>
sealed class Progress(string what) : IDisposable
{
    const int Width = 30;
    static readonly TimeSpan Pause = Console.IsErrorRedirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(200);

    readonly Stopwatch _clock = Stopwatch.StartNew();
    TimeSpan _shown;
    bool _barStands;

    /// <param name="part">0 to 1.</param>
    public void At(double part, long count)
    {
        if (_clock.Elapsed - _shown < Pause)
            return;
        _shown = _clock.Elapsed;
        part = double.IsFinite(part) ? Math.Clamp(part, 0, 1) : 0;
        var text = string.Create(CultureInfo.InvariantCulture, $"{part,4:P0} {count:N0} {what}, {count / _clock.Elapsed.TotalSeconds:N0} a second");
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(text);
            return;
        }
        var done = (int)(part * Width);
        Console.Error.Write($"\r[{new string('#', done)}{new string('.', Width - done)}] {text}   ");
        _barStands = true;
    }

    /// <summary>A sentence of its own line; the bar comes back below it.</summary>
    public void Say(string sentence)
    {
        Clear();
        Console.Error.WriteLine(sentence);
    }

    public void Dispose() => Clear();

    void Clear()
    {
        if (_barStands)
            Console.Error.Write($"\r{new string(' ', Width + 50)}\r");
        _barStands = false;
    }
}
