using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The one room that is there from the first start, so that nobody's first words need a team.</summary>
static class WelcomeRoom
{
    public const string Slug = "welcome";

    public static async Task AddAsync(AppDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.Rooms.AnyAsync(r => r.Slug == Slug, cancellationToken))
            return;
        var words = new Dictionary<string, RoomWords>
        {
            ["en"] = new("Welcome", "Say hello, ask your first question, and meet people who try the same things."),
            ["es"] = new("Bienvenida", "Saluda, haz tu primera pregunta y conoce a quienes prueban lo mismo que tú."),
        };
        db.Rooms.Add(new(Slug, words, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node started at the same moment and was quicker; if it was anything else, the room is missing.
            db.ChangeTracker.Clear();
            if (!await db.Rooms.AnyAsync(r => r.Slug == Slug, cancellationToken))
                throw;
        }
    }
}
