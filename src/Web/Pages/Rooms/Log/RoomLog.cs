using System.Threading.Channels;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>
/// The one writer of room messages on this node. Whatever has queued up while the last commit went to disk goes
/// into the next one together, so a safe commit costs the many little more than the one. Nobody is answered before
/// the commit.
/// </summary>
public sealed class RoomLog(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<RoomLog> log) : IHostedService
{
    const int MostInACommit = 200;
    const int MostWaiting = 10_000;

    readonly Channel<Append> _waiting = Channel.CreateBounded<Append>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    Task _writing = Task.CompletedTask;

    /// <summary>Who stops waiting does not stop the message: it is in the log whole, or not at all.</summary>
    public async Task<Appended> AppendAsync(string room, Guid authorId, Posting posting, CancellationToken cancellationToken)
    {
        var append = new Append(room, authorId, posting);
        await _waiting.Writer.WriteAsync(append, cancellationToken);
        return await append.Answer.WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteAllAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>What is queued is still written.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task WriteAllAsync()
    {
        var batch = new List<Append>(MostInACommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInACommit && _waiting.Reader.TryRead(out var append))
                batch.Add(append);
            await WriteAsync(batch);
            batch.Clear();
        }
    }

    async Task WriteAsync(List<Append> batch)
    {
        try
        {
            await using var db = await dbs.CreateDbContextAsync();
            var answers = await db.InTransactionAsync(() => AppendBatch.WriteAsync(db, batch, clock.GetUtcNow()));
            for (var i = 0; i < batch.Count; i++)
                batch[i].Acknowledge(answers[i]);
        }
        catch (Exception broken) when (batch.Count == 1)
        {
            log.LogError(broken, "A message could not be stored");
            batch[0].Fail(broken);
        }
        catch (Exception)
        {
            // One of them cannot be stored, or the commit's answer was lost. Halves find the one; the client id
            // makes writing the others again harmless.
            var half = batch.Count / 2;
            await WriteAsync(batch[..half]);
            await WriteAsync(batch[half..]);
        }
    }
}
