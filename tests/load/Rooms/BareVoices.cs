using System.Collections.Concurrent;

namespace HealthDoers.Load.Rooms;

/// <summary>Speaks in the bare hub's rooms: each sender by a connection of its own, in a room where nobody is.</summary>
sealed class BareVoices(Site site, Hearing hearing) : IDisposable
{
    readonly ConcurrentDictionary<int, Task<Ear>> voices = new();

    public async Task SayAsync(int sender, string room, string body, CancellationToken stop)
    {
        var voice = await voices.GetOrAdd(sender % 10, _ => ConnectAsync(stop));
        await voice.InvokeAsync("Send", [room, body], stop);
    }

    public void Dispose()
    {
        foreach (var voice in voices.Values.Where(voice => voice.IsCompletedSuccessfully))
            voice.Result.Dispose();
    }

    async Task<Ear> ConnectAsync(CancellationToken stop)
    {
        var voice = new Ear(hearing);
        await voice.JoinAsync(site.Address, "elsewhere", stop);
        return voice;
    }
}
