using HealthDoers.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HealthDoers.Web.Data;

static class SecondPress
{
    const int SqliteConstraint = 19;
    const int MostTries = 5;

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

    /// <summary>
    /// Changes what the same member may change at this moment from another device: who is slower looks again, so that neither is lost.
    /// Whatever else was read is let go of.
    /// </summary>
    public static async Task<T> SaveLookingAgainAsync<T>(this AppDb db, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var changed = await change();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return changed;
            }
            catch (DbUpdateException refused) when (tries < MostTries && IsDone(refused))
            {
                // Begin again with what is there now.
            }
        }
    }

    public static bool IsDone(DbUpdateException refused) => refused is DbUpdateConcurrencyException
        || refused.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
