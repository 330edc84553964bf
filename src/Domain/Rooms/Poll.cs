using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// A question with answers to choose from; its words are the message's. Votes are kept as sums. Of a secret poll it is
/// known who voted and nothing else: what somebody chose is added to the sums and never stored by itself.
/// </summary>
public sealed class Poll
{
    /// <summary>A secret result of fewer would say how somebody voted.</summary>
    public const int LeastToTell = 3;

    readonly List<PollVote> _votes = [];

    Poll() { }

    internal Poll(Message message, PollAsk ask)
    {
        MessageId = message.Id;
        (Kind, IsSecret, Options) = (ask.Kind, ask.IsSecret, ask.Options);
        Sums = [.. Options.Select(_ => 0)];
        // Half as many dots as there are answers, so that giving each one is no answer.
        Dots = Kind == PollKind.Dot ? Math.Max(2, (Options.Count + 1) / 2) : 0;
    }

    public Guid MessageId { get; private set; }
    public PollKind Kind { get; private set; }
    public bool IsSecret { get; private set; }
    public List<string> Options { get; private set; } = [];

    /// <summary>By option: votes, points of a ranking (the first of five gives five) or dots.</summary>
    public List<int> Sums { get; private set; } = [];

    /// <summary>How many dots each gives away; 0 where there are none.</summary>
    public int Dots { get; private set; }

    /// <summary>How many voted, those who left since included.</summary>
    public int VoteCount { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Those that were loaded.</summary>
    public IReadOnlyList<PollVote> Votes => _votes;

    public bool IsOpen => ClosedAt is null;

    /// <summary>An open poll shows its sums as they grow; a secret one when it is closed and enough voted.</summary>
    public bool TellsSums => !IsSecret || (!IsOpen && VoteCount >= LeastToTell);

    /// <summary>A consent poll passes when it is closed and somebody agreed and nobody objected.</summary>
    public bool? Passes => Kind == PollKind.Consent && !IsOpen && TellsSums ? Sums[0] + Sums[1] > 0 && Sums[2] == 0 : null;

    /// <param name="ballot">The option (choice, consent), the options from first to last (ranked), or the dots of each option.</param>
    /// <returns>False when they voted so before.</returns>
    internal bool Take(Member member, IReadOnlyList<int> ballot)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This poll is closed.");
        var weights = WeightsOf(ballot);
        var before = _votes.Find(v => v.MemberId == member.Id);
        if (IsSecret && before is not null)
            throw new RuleBrokenException("You voted already. Nobody knows which vote is yours, so it cannot be changed.");
        if (before?.Weights is { } old && old.SequenceEqual(weights))
            return false;
        Add(before?.Weights, -1);
        Add(weights, 1);
        if (before is null)
        {
            _votes.Add(new(MessageId, member.Id, IsSecret ? null : weights));
            VoteCount++;
        }
        else
            before.Be(weights);
        return true;
    }

    internal void Close(DateTimeOffset at) => ClosedAt ??= at;

    /// <summary>A member left: an open vote goes with them; a secret one nobody can find.</summary>
    internal bool Forget(Guid memberId)
    {
        if (_votes.Find(v => v.MemberId == memberId) is not { } vote)
            return false;
        _votes.Remove(vote);
        if (vote.Weights is null)
            return false;
        Add(vote.Weights, -1);
        VoteCount--;
        return true;
    }

    List<int> WeightsOf(IReadOnlyList<int> ballot)
    {
        var weights = Options.Select(_ => 0).ToList();
        if (Kind == PollKind.Dot)
        {
            if (ballot.Count != Options.Count || ballot.Any(dots => dots < 0 || dots > Dots) || ballot.Sum() > Dots || ballot.Sum() == 0)
                throw new RuleBrokenException("Give away as many dots as you have, or fewer.");
            return [.. ballot];
        }
        var most = Kind == PollKind.Ranked ? Options.Count : 1;
        if (ballot.Count == 0 || ballot.Count > most || ballot.Distinct().Count() != ballot.Count || ballot.Any(option => option < 0 || option >= Options.Count))
            throw new RuleBrokenException(Kind == PollKind.Ranked ? "Put each answer in one place at the most." : "Choose one of the answers.");
        for (var place = 0; place < ballot.Count; place++)
            weights[ballot[place]] = most - place;
        return weights;
    }

    void Add(List<int>? weights, int sign)
    {
        if (weights is not null)
            Sums = [.. Sums.Zip(weights, (sum, weight) => sum + sign * weight)];
    }
}

/// <summary>Somebody voted.</summary>
public sealed class PollVote
{
    PollVote() { }

    internal PollVote(Guid messageId, Guid memberId, List<int>? weights) => (MessageId, MemberId, Weights) = (messageId, memberId, weights);

    public Guid MessageId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;

    /// <summary>What they gave each option; null in a secret poll.</summary>
    public List<int>? Weights { get; private set; }

    internal void Be(List<int> weights) => Weights = weights;
}

public enum PollKind
{
    /// <summary>One answer each.</summary>
    Choice,

    /// <summary>The answers in the order of one's liking; counted after Borda.</summary>
    Ranked,

    /// <summary>A few dots to give away, several to one answer if one likes.</summary>
    Dot,

    /// <summary>Agree, agree with a concern, or object; one objection is enough to talk again.</summary>
    Consent,
}

/// <summary>A poll as somebody asks for it, cleaned.</summary>
/// <param name="Given">Of a consent poll left out: they are always the same.</param>
public sealed record PollAsk(PollKind Kind, bool IsSecret, IReadOnlyList<string> Given)
{
    public const int FewestOptions = 2;
    public const int MostOptions = 10;
    public const int OptionLimit = 120;

    /// <summary>What a consent poll asks, in the words that its readers' language has for them.</summary>
    public static readonly IReadOnlyList<string> Consent = ["agree", "concern", "object"];

    public List<string> Options { get; } = Kind == PollKind.Consent ? [.. Consent] : [.. Given.Select(CleanText.Line).Where(option => option.Length > 0)];

    public PollFault? Fault => Options switch
    {
        { Count: < FewestOptions } => PollFault.TooFew,
        { Count: > MostOptions } => PollFault.TooMany,
        _ when Options.Exists(option => option.Length > OptionLimit) => PollFault.TooLong,
        _ when Options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Options.Count => PollFault.Twice,
        _ => null,
    };
}

public enum PollFault
{
    TooFew,
    TooMany,
    TooLong,
    Twice,
}
