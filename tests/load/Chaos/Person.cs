using System.Globalization;

namespace HealthDoers.Load.Chaos;

/// <summary>
/// Says one thing after another and never goes on before the last was acknowledged; changes and deletes some of it;
/// and follows the room meanwhile as a browser does, by what changed since.
/// </summary>
sealed class Person(string name, RoomClient room, int seed)
{
    // Once in a while a client is unsure of an answer it did get, and asks again.
    const double AsksAgain = 0.05;
    const double Edits = 0.1;
    const double Deletes = 0.03;

    readonly Random chance = new(seed);
    readonly List<Item> acknowledged = [];
    readonly SortedDictionary<long, Item> copy = [];
    long rev;

    /// <summary>What the server said it has of this person, in the order in which it was said, each as it was acknowledged last.</summary>
    public IReadOnlyList<Item> Acknowledged => acknowledged;

    /// <summary>What this person has before their eyes, from the first message to the last.</summary>
    public IReadOnlyCollection<Item> Copy => copy.Values;

    /// <summary>How often a message answered twice was not the same message.</summary>
    public int Contradicted { get; private set; }

    public async Task TalkAsync(TimeSpan most, CancellationToken enough, CancellationToken stop)
    {
        while (!enough.IsCancellationRequested)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"{name} says thing {acknowledged.Count + 1}.");
            var clientId = Guid.NewGuid();
            var item = await UntilAsync(() => room.OfferAsync(clientId, body), stop);
            acknowledged.Add(item);
            if (chance.NextDouble() < AsksAgain && (await UntilAsync(() => room.OfferAsync(clientId, body), stop)).Seq != item.Seq)
                Contradicted++;
            if (chance.NextDouble() < Edits)
                await ChangeAsync(chance.Next(acknowledged.Count), stop);
            await Task.Delay(chance.NextDouble() * most, stop);
        }
    }

    public async Task FollowAsync(TimeSpan every, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await CatchUpAsync();
            await Task.Delay(every * (0.5 + chance.NextDouble()), CancellationToken.None);
        }
    }

    /// <summary>Takes in what changed since it last looked. False when nobody was there to tell.</summary>
    public async Task<bool> CatchUpAsync()
    {
        while (await room.ChangesAsync(rev) is { } page)
        {
            foreach (var item in page.Items)
                copy[item.Seq] = item;
            rev = page.Items.Count == 0 ? rev : page.Items[^1].Rev;
            if (!page.More)
                return true;
        }
        return false;
    }

    async Task ChangeAsync(int which, CancellationToken stop)
    {
        var item = acknowledged[which];
        if (item.Deleted)
            return;
        acknowledged[which] = chance.NextDouble() < Deletes / Edits
            ? item with { Body = "", Deleted = (await UntilAsync(() => room.DeleteAsync(item.Seq), stop)).Deleted }
            : item with { Body = (await UntilAsync(() => room.EditAsync(item.Seq, item.Body + " Really."), stop)).Body };
    }

    async Task<T> UntilAsync<T>(Func<Task<T?>> ask, CancellationToken stop)
        where T : class
    {
        while (true)
        {
            if (await ask() is { } answer)
                return answer;
            await Task.Delay(chance.Next(20, 120), stop);
        }
    }
}
