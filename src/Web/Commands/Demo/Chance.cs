namespace HealthDoers.Web.Commands.Demo;

static class Chance
{
    public static T Pick<T>(this Random chance, IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    public static DateTimeOffset Between(this Random chance, DateTimeOffset from, DateTimeOffset until) =>
        from + chance.NextDouble() * (until > from ? until - from : TimeSpan.Zero);
}
