using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Takes letters out of this node's folder, each once, and does what administrators wish for those set aside.</summary>
sealed class InboundRun(IServiceScopeFactory scopes, InboundSettings settings, InboundFolder folder, NodeName node, TimeProvider clock, ILogger<InboundRun> log) : RegularWork(TimeSpan.FromSeconds(1), clock, log)
{
    const int MostTries = 3;

    readonly Dictionary<string, int> _failures = [];
    DateTimeOffset _swept;

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
            return;
        folder.Make();
        await GrantWishesAsync(cancellationToken);
        foreach (var file in folder.Waiting(Clock.GetUtcNow()))
            await TakeAsync(file, cancellationToken);
        if (Clock.GetUtcNow() - _swept < TimeSpan.FromHours(1))
            return;
        _swept = Clock.GetUtcNow();
        folder.Sweep(_swept);
    }

    async Task TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<InboundDesk>();
        InboundLetter letter;
        try
        {
            letter = await desk.TakeAsync(file, cancellationToken);
            if (letter.Outcome == InboundOutcome.Later)
                return;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failed, "Letter {File} could not be taken in", file.Name);
            if ((_failures[file.Name] = _failures.GetValueOrDefault(file.Name) + 1) < MostTries)
                return;
            letter = await desk.SetAsideAsync(file, failed.GetType().Name, cancellationToken);
        }
        _failures.Remove(file.Name);
        InboundFolder.Put(file, letter.Outcome == InboundOutcome.SetAside ? folder.Aside : folder.Done, letter.Id);
    }

    async Task GrantWishesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var wished = await db.InboundLetters.Where(l => l.Wish != InboundWish.None && l.Node == node.Value).ToListAsync(cancellationToken);
        foreach (var letter in wished)
        {
            if (letter.File is { } name && letter.Wish == InboundWish.TryAgain)
                folder.PutBack(name);
            else if (letter.File is { } thrown)
                folder.ThrowAway(thrown);
            db.Remove(letter);
        }
        if (wished.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
    }
}
