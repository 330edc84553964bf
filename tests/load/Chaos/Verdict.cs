namespace HealthDoers.Load.Chaos;

/// <summary>Compares what the server acknowledged with what the room holds after the last restart.</summary>
public sealed record Verdict(int Acknowledged, int Lost, int Doubled, int OutOfOrder)
{
    /// <param name="sent">For each sender, its acknowledged messages in the order of sending.</param>
    /// <param name="seen">What a reader saw while the server kept dying: told once, it must stay.</param>
    /// <param name="log">The room's whole log in the order in which the room tells it.</param>
    public static Verdict Of(IReadOnlyCollection<IReadOnlyList<Item>> sent, IEnumerable<Item> seen, IReadOnlyList<Item> log)
    {
        var places = log.ToLookup(item => item.ClientId, item => item.Seq);
        var acknowledged = sent.SelectMany(items => items).ToList();
        return new(
            acknowledged.Count,
            acknowledged.Concat(seen).Count(item => !places[item.ClientId].Contains(item.Seq)),
            log.Count - log.DistinctBy(item => item.ClientId).Count() + log.Count - log.DistinctBy(item => item.Seq).Count(),
            Falls(log) + sent.Sum(Falls));
    }

    public override string ToString() => $"{Acknowledged} acknowledged, {Lost} lost, {Doubled} doubled, {OutOfOrder} out of order";

    static int Falls(IReadOnlyList<Item> items) => items.Zip(items.Skip(1)).Count(pair => pair.Second.Seq <= pair.First.Seq);
}
