using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>Nothing that was carried is kept longer than we say, also when nobody comes back for it.</summary>
sealed class OldForms(IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock, ILogger<OldForms> log) : RegularWork(TimeSpan.FromMinutes(5), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var oldest = Clock.GetUtcNow() - CarriedForm.Kept;
        if (!await db.CarriedForms.AnyAsync(f => f.At <= oldest, cancellationToken))
            return;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.CarriedForms.Where(f => f.At <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
