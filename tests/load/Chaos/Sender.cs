using System.Globalization;

namespace HealthDoers.Load.Chaos;

/// <summary>Says one thing after another, and never goes on before the last was acknowledged.</summary>
sealed class Sender(string name, RoomClient room, int seed)
{
    // Once in a while a client is unsure of an answer it did get, and asks again.
    const double AsksAgain = 0.05;

    readonly Random chance = new(seed);
    readonly List<Item> acknowledged = [];

    /// <summary>What the server said it has, in the order in which it was sent.</summary>
    public IReadOnlyList<Item> Acknowledged => acknowledged;

    /// <summary>How often a message answered twice was not the same message.</summary>
    public int Contradicted { get; private set; }

    public async Task Send(CancellationToken enough, CancellationToken stop)
    {
        while (!enough.IsCancellationRequested)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"{name} says thing {acknowledged.Count + 1}.");
            var clientId = Guid.NewGuid();
            var item = await UntilAcknowledged(clientId, body, stop);
            acknowledged.Add(item);
            if (chance.NextDouble() < AsksAgain && (await UntilAcknowledged(clientId, body, stop)).Seq != item.Seq)
                Contradicted++;
        }
    }

    async Task<Item> UntilAcknowledged(Guid clientId, string body, CancellationToken stop)
    {
        while (true)
        {
            if (await room.Offer(clientId, body) is { } item)
                return item with { ClientId = clientId };
            await Task.Delay(chance.Next(20, 120), stop);
        }
    }
}
