using System.Collections.Concurrent;
using System.Security.Cryptography;
using HealthDoers.Domain;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>
/// Cards without a name, which wait for a moment that chance chooses. Who raised one was forgotten before it came here,
/// and nothing is written until it is shown: what is stored and told says no more than everybody in the room sees.
/// </summary>
sealed class HeldCards(IDbContextFactory<AppDb> dbs, JargonCards cards, TimeProvider clock, ILogger<HeldCards> log) : IHostedService
{
    const int LongestWait = 800;
    const int MostTries = 3;

    readonly ConcurrentDictionary<Guid, Task> _held = [];
    readonly TaskCompletionSource _stopping = new();

    public void Hold(Guid roomId, long seq, string word)
    {
        var key = Guid.NewGuid();
        // Nothing of the request goes along: no trace id, no log scope, no current member.
        using (ExecutionContext.SuppressFlow())
            _held[key] = Task.Run(async () =>
            {
                await Task.WhenAny(_stopping.Task, Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestWait + 1)), clock));
                await LayAsync(roomId, seq, word);
                _held.TryRemove(key, out _);
            }, CancellationToken.None);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is held is shown at once.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping.TrySetResult();
        await Task.WhenAll(_held.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task LayAsync(Guid roomId, long seq, string word)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var db = await dbs.CreateDbContextAsync();
                await db.InTransactionAsync(() => LayAsync(db, roomId, seq, word));
                return;
            }
            catch (RuleBrokenException)
            {
                return; // the room closed or the message went in this very moment
            }
            catch (Exception broken) when (tries == MostTries)
            {
                log.LogError("A card could not be laid ({Kind})", broken.GetBaseException().GetType().Name);
                return;
            }
            catch (Exception)
            {
                // Two nodes met a new word at once, or the database is away for a moment.
                await Task.Delay(50 * tries);
            }
        }
    }

    async Task<bool> LayAsync(AppDb db, Guid roomId, long seq, string word)
    {
        if (await db.Rooms.Where(r => r.Id == roomId).Select(r => r.Slug).SingleOrDefaultAsync() is not { } slug
            || await db.Rooms.LockedAsync(slug) is null
            || await db.Messages.Include(m => m.Cards).SingleOrDefaultAsync(m => m.RoomId == roomId && m.Seq == seq) is not { } message)
            return false;
        await cards.LayAsync(db, message, word, by: null, CancellationToken.None);
        return true;
    }
}
