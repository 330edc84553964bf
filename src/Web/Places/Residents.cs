using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

/// <summary>How many people live in a cell, and which of its places is the largest, by the gazetteer.</summary>
sealed class Residents
{
    // Cells in the order of their codes: what lies in one cell of any level stands together.
    readonly uint[] _codes;
    readonly int[] _places;
    readonly long[] _before;

    public Residents(Gazetteer gazetteer)
    {
        _places = [.. Enumerable.Range(0, gazetteer.Count).Where(place => gazetteer.KindOf(place) == PlaceKind.Town)];
        _codes = [.. _places.Select(place => First(Cell.At(gazetteer.PointOf(place), Cell.Finest)))];
        Array.Sort(_codes, _places);
        _before = new long[_codes.Length + 1];
        for (var i = 0; i < _codes.Length; i++)
            _before[i + 1] = _before[i] + gazetteer.PopulationOf(_places[i]);
    }

    public long Of(Cell cell)
    {
        var (from, to) = RangeOf(cell);
        return _before[to] - _before[from];
    }

    /// <summary>The town with the most people in a cell, or -1 when there is none.</summary>
    public int LargestIn(Cell cell)
    {
        var (from, to) = RangeOf(cell);
        // Places are numbered from the largest on.
        return from == to ? -1 : _places.AsSpan(from, to - from).Min();
    }

    (int From, int To) RangeOf(Cell cell)
    {
        var first = First(cell);
        var width = 1u << (2 * (Cell.Finest - cell.Level));
        return (Before(first), Before(first + width));
    }

    int Before(uint code)
    {
        var (from, to) = (0, _codes.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_codes[middle] < code)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    /// <summary>The code of the first finest cell within a cell: bits of column and row by turns (Morton 1966).</summary>
    static uint First(Cell cell)
    {
        uint code = 0;
        for (var bit = cell.Level; bit >= 0; bit--)
        {
            code = (code << 1) | ((uint)cell.Column >> bit & 1);
            if (bit > 0)
                code = (code << 1) | ((uint)cell.Row >> (bit - 1) & 1);
        }
        return code << (2 * (Cell.Finest - cell.Level));
    }
}
file static class Spans
{
    public static int Min(this Span<int> numbers)
    {
        var least = int.MaxValue;
        foreach (var number in numbers)
            least = Math.Min(least, number);
        return least;
    }
}
