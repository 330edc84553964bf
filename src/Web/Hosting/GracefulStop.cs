using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HealthDoers.Web.Hosting;

/// <summary>A stop ends what is in hand and takes nothing new.</summary>
static class GracefulStop
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static void AddGracefulStop(this WebApplicationBuilder builder) =>
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = Longest;
            host.ServicesStopConcurrently = true;
        });
}

/// <summary>Not ready any more as soon as a stop is asked for, so that a proxy sends people elsewhere.</summary>
sealed class NotLeaving(IHostApplicationLifetime life) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(life.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
