using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Message
{
    public const int MostCards = 5;

    readonly List<JargonCard> _cards = [];

    /// <summary>Those that were loaded.</summary>
    public IReadOnlyList<JargonCard> Cards => _cards;

    /// <summary>How many cards lie on it, so that who reads messages looks for cards where there are some.</summary>
    public int CardCount { get; private set; }

    /// <summary>Whether this member may raise a card on it, for this word.</summary>
    /// <exception cref="RuleBrokenException">They may not; the sentence says why.</exception>
    public void CheckTakesCard(string word, Member by)
    {
        CheckIsThere();
        Room.CheckTakesWordsOf(by);
        CheckTakesCard(word);
    }

    /// <param name="word">As it stands in the message; empty asks for the whole message in plain words.</param>
    /// <param name="by">Null for a card without a name: whether that member may was asked before, and who it was ends there.</param>
    /// <returns>Null when there is such a card already.</returns>
    public JargonCard? RaiseCard(string word, Guid? termId, Member? by, DateOnly on)
    {
        CheckIsThere();
        if (by is null)
            Room.CheckIsOpen();
        else
            Room.CheckTakesWordsOf(by);
        var key = AskedTerm.KeyOf(word);
        if (_cards.Exists(c => c.Key == key || (termId is not null && c.TermId == termId)))
            return null;
        CheckTakesCard(word);
        var card = new JargonCard(Id, word, termId, by, on);
        _cards.Add(card);
        CardsChanged();
        Room.Tell(new JargonRaised(RoomId, Seq, card.Id));
        return card;
    }

    /// <summary>By the author, by who raised it with their name, and by those who look after the room.</summary>
    public void PutCardAway(Guid cardId, Member by, DateTimeOffset at)
    {
        if (_cards.Find(c => c.Id == cardId) is not { } card)
            return;
        if (by.Id != AuthorId && by.Id != card.ById)
            Room.CheckModeratedBy(by, at);
        _cards.Remove(card);
        CardsChanged();
    }

    /// <summary>The glossary explains a word now: its meaning drops in where somebody asked for it.</summary>
    /// <returns>Whether any card here waited for it.</returns>
    public bool ExplainCards(string key, Guid termId)
    {
        var waiting = _cards.FindAll(c => c.Key == key && c.TermId is null);
        foreach (var card in waiting)
            card.BeExplainedBy(termId);
        if (waiting.Count == 0)
            return false;
        Rev = Room.NextRevFor(this);
        waiting.ForEach(card => Room.Tell(new JargonExplained(RoomId, Seq, card.Id)));
        return true;
    }

    // What its author has said in other words since needs no card.
    void DropAnsweredCards()
    {
        _cards.RemoveAll(c => !JargonCard.StandsIn(Body, c.Word));
        CardCount = _cards.Count;
    }

    void CardsChanged()
    {
        CardCount = _cards.Count;
        Rev = Room.NextRevFor(this);
    }

    void CheckTakesCard(string word)
    {
        if (!JargonCard.StandsIn(Body, word))
            throw new RuleBrokenException("Choose a word that stands in this message.");
        if (_cards.Count >= MostCards)
            throw new RuleBrokenException("There are enough cards on this message. Its author will see them.");
    }
}
