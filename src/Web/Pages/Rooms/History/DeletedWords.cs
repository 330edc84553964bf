using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.History;

/// <summary>Lets the words of deleted messages go when their time is over. The record of the deletion stays.</summary>
sealed class DeletedWords(IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock, ILogger<DeletedWords> log) : RegularWork(TimeSpan.FromHours(1), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var over = Clock.GetUtcNow() - Message.DeletedWordsStay;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.MessageVersions.Where(v => db.Messages.Any(m => m.Id == v.MessageId && m.Deletion!.At < over)).ExecuteDeleteAsync(cancellationToken);
    }
}
