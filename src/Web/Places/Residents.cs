using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

/// <summary>How many people live in a cell, and which of its places is the largest, by the gazetteer.</summary>
sealed class Residents(Gazetteer gazetteer)
{
    public long Of(Cell cell)
    {
        var towns = gazetteer.ByCell;
        var (from, to) = RangeOf(cell, towns);
        return towns[to].Before - towns[from].Before;
    }

    /// <summary>The town with the most people in a cell, or -1 when there is none.</summary>
    public int LargestIn(Cell cell)
    {
        var towns = gazetteer.ByCell;
        var (from, to) = RangeOf(cell, towns);
        // Places are numbered from the largest on.
        var largest = from == to ? -1 : towns[from].Place;
        foreach (var town in towns[from..to])
            largest = Math.Min(largest, town.Place);
        return largest;
    }

    /// <summary>Towns lie in the order of their cells' codes: what lies in one cell of any level stands together.</summary>
    static (int From, int To) RangeOf(Cell cell, ReadOnlySpan<CellRow> towns)
    {
        var first = First(cell);
        var width = 1u << (2 * (Cell.Finest - cell.Level));
        return (Before(first, towns), Before(first + width, towns));
    }

    static int Before(uint code, ReadOnlySpan<CellRow> towns)
    {
        var (from, to) = (0, towns.Length - 1);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (towns[middle].Cell < code)
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
