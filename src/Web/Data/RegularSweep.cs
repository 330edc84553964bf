namespace HealthDoers.Web.Data;

/// <summary>Lets go of what is no longer needed: at the start, and from then on regularly. What fails is tried again the next time.</summary>
abstract class RegularSweep(TimeSpan every, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    public abstract Task SweepAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "{Sweep} failed; in {Every} again", GetType().Name, every);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
