using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>Lays cards on a message: with the meaning where the glossary has one, else with a place in its queue.</summary>
sealed class JargonCards(PlainWords glossary, TimeProvider clock)
{
    // Asked about as a whole, a message gets no more cards than can be read at a glance.
    const int MostAtOnce = 3;

    /// <summary>Inside the transaction that holds the room locked, with the message's cards loaded.</summary>
    public async Task LayAsync(AppDb db, Message message, string word, Member? by, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var (said, term) in await FindAsync(message.Body, word))
            if (message.RaiseCard(said, term?.Id, by, today) is not null && term is null && said.Length > 0)
                await AskAsync(db, said, today, stop);
    }

    async Task<List<(string Word, GlossaryTerm? Term)>> FindAsync(string body, string word)
    {
        var terms = await glossary.GetAsync();
        if (word.Length > 0)
            return [(word, terms.Called(word))];
        var known = terms.In(SafeMarkdown.ToHtml(body))
            .Select(term => (Word: NameIn(body, term), Term: (GlossaryTerm?)term)).Where(found => found.Word.Length is > 0 and <= JargonCard.WordLimit).Take(MostAtOnce).ToList();
        return known.Count > 0 ? known : [("", null)];
    }

    /// <summary>The name under which a text speaks of a term, as it stands there.</summary>
    static string NameIn(string body, GlossaryTerm term)
    {
        var name = term.Words.Values.SelectMany(w => w.Also.Prepend(w.Term)).OrderByDescending(n => n.Length).FirstOrDefault(n => JargonCard.StandsIn(body, n));
        return name is null ? "" : body.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? body.Substring(at, name.Length) : name;
    }

    static async Task AskAsync(AppDb db, string word, DateOnly today, CancellationToken stop)
    {
        var key = AskedTerm.KeyOf(word);
        var known = await db.AskedTerms.Where(t => t.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Times, t => t.Times + 1).SetProperty(t => t.LastAsked, today), stop);
        if (known == 0)
            db.AskedTerms.Add(new(word, today));
    }
}
