using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.LayWords;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>Brings the glossary and members' edits of the lexicon to this node, at the start and whenever there is one.</summary>
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
        if (events.Any(e => e.What is LayWordsChanged or TermChanged))
            await ReadAsync(cancellationToken);
    }

    public static LexiconEntry Entry(LayWordEdit edit) =>
        new(edit.Phrase, [.. edit.Means.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => new LexiconExpansion(word, Weight))]);

    /// <summary>A term and its other forms find one another.</summary>
    static IEnumerable<LexiconEntry> Entries(TermWords words)
    {
        if (words.Also.Count == 0)
            yield break;
        yield return new(words.Term, [.. words.Also.Select(also => new LexiconExpansion(also, Weight))]);
        foreach (var also in words.Also)
            yield return new(also, [new(words.Term, Weight)]);
    }

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        // In their order, so that of one phrase the last edit holds.
        var edits = await db.LayWordEdits.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        var terms = await db.GlossaryTerms.AsNoTracking().ToListAsync(cancellationToken);
        lexicon.Change(terms.SelectMany(term => term.Words.Values).SelectMany(Entries), edits.Select(Entry));
        _read = true;
    }
}
