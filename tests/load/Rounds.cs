namespace HealthDoers.Load;

/// <summary>How long each page is loaded, how often, and by how many connections.</summary>
public sealed record Pace(TimeSpan WarmUp, TimeSpan Round, int Rounds, int Connections)
{
    public static Pace For(bool brief) => brief
        ? new(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.5), 3, 16)
        : new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), 3, 32);
}

public static class Rounds
{
    /// <summary>
    /// Warms every page up, then measures them in turn, round by round: absolute figures swing from minute to minute
    /// on a shared machine, and ratios inside a round hold.
    /// </summary>
    public static async Task<Dictionary<string, Shot>> Measure(Pace pace, params Target[] targets)
    {
        foreach (var target in targets)
            await Shot.Take(target, pace.WarmUp, pace.Connections);
        var shots = targets.ToDictionary(target => target.Name, _ => new List<Shot>());
        for (var round = 0; round < pace.Rounds; round++)
            foreach (var target in targets)
                shots[target.Name].Add(await Shot.Take(target, pace.Round, pace.Connections));
        return shots.ToDictionary(shot => shot.Key, shot => Shot.Median(shot.Value));
    }
}
