using HealthDoers.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HealthDoers.Web.Data;

static class SecondPress
{
    const int SqliteConstraint = 19;

    /// <summary>
    /// Saves a thing that a member has once or not at all. A button pressed twice sends two requests at once, and the
    /// one that comes second finds it done: added, or gone, already.
    /// </summary>
    public static async Task SaveUnlessDoneAsync(this AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException refused) when (IsDone(refused))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Saves a decision that only one person can take: who comes second is told so.</summary>
    public static async Task SaveAloneAsync(this AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException refused) when (IsDone(refused))
        {
            db.ChangeTracker.Clear();
            throw new RuleBrokenException("Somebody else decided this at the same moment. Look at the page again.");
        }
    }

    public static bool IsDone(DbUpdateException refused) => refused is DbUpdateConcurrencyException
        || refused.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
