using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Search;

/// <summary>
/// Keeps the words that found nothing, as candidates for the lexicon, without keeping who asked. Only short everyday words are taken:
/// nothing with a digit or a sign in it, so no address and no number of anybody.
/// </summary>
sealed class UnansweredLog(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<UnansweredLog> log) : BackgroundService
{
    const int MostWords = 5;
    const int MostKept = 5_000;
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    // What comes faster than it can be written is let go; it is a sample anyway.
    readonly Channel<(string Words, int Drawer)> _heard = Channel.CreateBounded<(string, int)>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });

    public void FoundNothing(string? question, HttpContext http)
    {
        if (Plain(question) is not { } words)
            return;
        var asker = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
        _heard.Writer.TryWrite((words, SHA256.HashData(Encoding.UTF8.GetBytes($"{asker}\n{words}"))[0] % UnansweredWords.Drawers));
    }

    /// <summary>Folded to small letters; null for what is not a few plain words.</summary>
    public static string? Plain(string? question)
    {
        var words = CleanText.Line(question).ToLowerInvariant();
        return words.Length is > 2 and <= UnansweredWords.WordsLimit && words.All(c => char.IsLetter(c) || c is ' ' or '\'' or '-') && words.Split(' ').Length <= MostWords ? words : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (words, drawer) in _heard.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(words, drawer, stoppingToken);
            }
            catch (Exception lost) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Words that found nothing were not kept ({Kind})", lost.GetType().Name);
            }
        }
    }

    async Task WriteAsync(string words, int drawer, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];
        var known = await db.UnansweredWords.SingleOrDefaultAsync(w => w.Fingerprint == fingerprint, stop);
        if (known is null)
        {
            var before = DateOnly.FromDateTime((clock.GetUtcNow() - Kept).UtcDateTime);
            db.UnansweredWords.RemoveRange(await db.UnansweredWords.Where(w => w.LastAsked < before).Take(100).ToListAsync(stop));
            if (await db.UnansweredWords.CountAsync(stop) >= MostKept)
                db.UnansweredWords.Remove(await db.UnansweredWords.OrderBy(w => w.Words != null).ThenBy(w => w.LastAsked).FirstAsync(stop));
            db.UnansweredWords.Add(known = new(fingerprint));
        }
        known.AskedAgain(words, drawer, today);
        await db.SaveChangesAsync(stop);
    }
}
