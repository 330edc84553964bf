namespace HealthDoers.Load.Chaos;

/// <summary>Compares what the server acknowledged, and what people saw, with what the room holds after the last restart.</summary>
/// <param name="Lost">Messages, edits and deletions that were acknowledged or seen and are not there.</param>
/// <param name="OutOfOrder">Places where the log, or what one person said, runs backwards; and people who see another room than the log.</param>
public sealed record Verdict(int Acknowledged, int Lost, int Doubled, int OutOfOrder)
{
    public bool IsKept => this is { Acknowledged: > 0, Lost: 0, Doubled: 0, OutOfOrder: 0 };

    /// <param name="said">For each person, their acknowledged messages in the order of saying.</param>
    /// <param name="copies">What each person has before their eyes.</param>
    /// <param name="log">The room's whole log in the order in which the room tells it.</param>
    public static Verdict Of(IReadOnlyCollection<IReadOnlyList<Item>> said, IReadOnlyCollection<IReadOnlyCollection<Item>> copies, IReadOnlyList<Item> log)
    {
        var places = log.ToLookup(item => item.ClientId);
        var acknowledged = said.SelectMany(items => items).ToList();
        return new(
            acknowledged.Count,
            acknowledged.Count(item => !places[item.ClientId].Any(there => (there.Seq, there.Body, there.Deleted) == (item.Seq, item.Body, item.Deleted)))
                + copies.SelectMany(copy => copy).DistinctBy(item => item.Seq).Count(item => !places[item.ClientId].Any(there => there.Seq == item.Seq)),
            log.Count - log.DistinctBy(item => item.ClientId).Count() + log.Count - log.DistinctBy(item => item.Seq).Count(),
            Falls(log) + said.Sum(Falls) + copies.Count(copy => !copy.SequenceEqual(log)));
    }

    public static Verdict operator +(Verdict one, Verdict other) =>
        new(one.Acknowledged + other.Acknowledged, one.Lost + other.Lost, one.Doubled + other.Doubled, one.OutOfOrder + other.OutOfOrder);

    public override string ToString() => $"{Acknowledged} acknowledged, {Lost} lost, {Doubled} doubled, {OutOfOrder} out of order";

    static int Falls(IReadOnlyList<Item> items) => items.Zip(items.Skip(1)).Count(pair => pair.Second.Seq <= pair.First.Seq);
}
