using HealthDoers.Domain.LayWords;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>Brings members' edits of the lexicon to this node, at the start and whenever there is one.</summary>
sealed class LayWordsKeeper(CurrentLexicon lexicon, IDbContextFactory<AppDb> dbs) : IOncePerNode
{
    /// <summary>Whatever somebody adds weighs less than the words that were typed, and than what ships.</summary>
    const double Weight = 0.5;

    bool _read;

    public string Name => "lay-words";

    public async Task<long?> CursorAsync(CancellationToken cancellationToken)
    {
        if (!_read)
            await ReadAsync(cancellationToken);
        return null;
    }

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(e => e.What is LayWordsChanged))
            await ReadAsync(cancellationToken);
    }

    public static LexiconEntry Entry(LayWordEdit edit) =>
        new(edit.Phrase, [.. edit.Means.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => new LexiconExpansion(word, Weight))]);

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        // In their order, so that of one phrase the last edit holds.
        var edits = await db.LayWordEdits.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        lexicon.Change(edits.Select(Entry));
        _read = true;
    }
}
