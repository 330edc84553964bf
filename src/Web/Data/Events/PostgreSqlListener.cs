using Npgsql;

namespace HealthDoers.Web.Data.Events;

/// <summary>Rings this node's bell when any node commits an event.</summary>
sealed class PostgreSqlListener(string connectionString, EventBell bell, ILogger<PostgreSqlListener> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, _) => bell.Ring();
                await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlAppDb.EventChannel}", connection))
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                bell.Ring();
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (Exception lost) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The listening connection was lost ({Kind}); consumers look every second meanwhile", lost.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
