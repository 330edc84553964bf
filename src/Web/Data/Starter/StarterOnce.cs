using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

static class StarterOnce
{
    /// <summary>A body of starter content, all or nothing, and once even when two nodes start at the same moment.</summary>
    public static async Task PutInOnceAsync(this AppDb db, string mark, TimeProvider clock, Func<Task<int>> putIn, CancellationToken cancellationToken)
    {
        if (await IsInAsync(db, mark, cancellationToken))
            return;
        try
        {
            await db.InTransactionAsync(async () =>
            {
                db.StarterMarks.Add(new() { Name = mark, At = clock.GetUtcNow() });
                await db.SaveChangesAsync(cancellationToken);
                return await putIn();
            }, cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsInAsync(db, mark, cancellationToken)) // else another node was quicker
                throw;
        }
    }

    static Task<bool> IsInAsync(AppDb db, string mark, CancellationToken cancellationToken) => db.StarterMarks.AnyAsync(m => m.Name == mark, cancellationToken);
}
