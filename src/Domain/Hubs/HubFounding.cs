using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Hubs;

/// <summary>Somebody applies to found a hub for their region. Editors answer; the application stays with both.</summary>
public sealed class HubFounding : Entity
{
    public const int TextLimit = 2_000;
    public const int AnswerLimit = 1_000;
    public const int MostOpen = 3;

    HubFounding() { }

    public HubFounding(Member by, FoundingWords words, string language, DateTimeOffset at)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot found a hub for now.");
        ById = by.Id;
        Language = language;
        Words = words;
        AskedAt = at;
        Raise(new HubFoundingAsked(Id));
    }

    public Guid ById { get; private set; }
    public FoundingWords Words { get; private set; } = new("", "", "", "", "");

    /// <summary>The language it is written in, and the hub's first one.</summary>
    public string Language { get; private set; } = "en";
    public FoundingState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>What an editor said last: a question, or why not.</summary>
    public FoundingAnswer? Answer { get; private set; }
    public Guid? HubId { get; private set; }

    public bool IsOpen => State is FoundingState.Asked or FoundingState.AskedBack;

    public void Revise(Member by, FoundingWords words, DateTimeOffset at)
    {
        if (by.Id != ById)
            throw new RuleBrokenException("Only who applied can change an application.");
        CheckOpen();
        (Words, State, AskedAt) = (words, FoundingState.Asked, at);
        Raise(new HubFoundingAsked(Id));
    }

    public void TakeBack(Member by)
    {
        if (by.Id != ById)
            throw new RuleBrokenException("Only who applied can change an application.");
        CheckOpen();
        State = FoundingState.TakenBack;
    }

    public void AskBack(Member editor, string question, DateTimeOffset at) => AnswerWith(FoundingState.AskedBack, editor, question, at);

    public void Decline(Member editor, string reason, DateTimeOffset at) => AnswerWith(FoundingState.Declined, editor, reason, at);

    /// <summary>The hub is founded; whoever applied becomes its first member and steward.</summary>
    public void Accept(Member editor, Hub founded, string note, DateTimeOffset at)
    {
        Settle(FoundingState.Accepted, editor, note, at);
        HubId = founded.Id;
    }

    /// <summary>Who applied left the site.</summary>
    public void ForgetWords() => Words = Words with { Who = "", Partners = "" };

    void AnswerWith(FoundingState state, Member editor, string words, DateTimeOffset at)
    {
        if (words.Length == 0)
            throw new RuleBrokenException("Say why. The person will read it.");
        Settle(state, editor, words, at);
    }

    void Settle(FoundingState state, Member editor, string words, DateTimeOffset at)
    {
        if (!editor.IsEditor || !editor.IsActive)
            throw new RuleBrokenException("Only an editor can decide on an application.");
        if (editor.Id == ById)
            throw new RuleBrokenException("Another editor must decide on your own application.");
        CheckOpen();
        State = state;
        Answer = new(editor.Id, words, at);
        Raise(new HubFoundingAnswered(Id));
    }

    void CheckOpen()
    {
        if (!IsOpen)
            throw new RuleBrokenException("This application is decided already.");
    }
}

/// <param name="Area">The region as people write it in addresses, such as "Vermont, United States".</param>
/// <param name="Who">Who stands behind it.</param>
public sealed record FoundingWords(string Name, string Area, string Purpose, string Who, string Partners);

public sealed record FoundingAnswer(Guid ById, string Words, DateTimeOffset At);

public enum FoundingState
{
    Asked,
    AskedBack,
    Accepted,
    Declined,
    TakenBack,
}
