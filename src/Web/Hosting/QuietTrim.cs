using HealthDoers.Web.Places;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// Gives memory back once the server has become quiet. What a start, the filling of the index or a busy hour leaves
/// behind would otherwise stay until the next busy hour, on small machines that have other work.
/// </summary>
sealed class QuietTrim(TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // Nobody asks for a page where less is allocated; the consumers looking for events need about a tenth of it.
    const long QuietBytes = 2 << 20;
    const long WorthIt = 8 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long trimmedAt = 0, before = 0;
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - before < QuietBytes && allocated - trimmedAt > WorthIt)
            {
                SpareMemory.GiveBack();
                Gazetteer.LetGo();
                trimmedAt = allocated;
            }
            before = allocated;
        }
    }
}
