using HealthDoers.Search.Elasticsearch;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HealthDoers.Web.Indexing;

/// <summary>What this node knows of the search cluster. Away is degraded, not down: this node's own index answers meanwhile.</summary>
sealed class ClusterHealth : IHealthCheck
{
    readonly Lock _turn = new();
    string? _failure;
    string _version = "";
    int _refused;

    public void Found(string version)
    {
        lock (_turn)
            (_version, _failure) = (version, null);
    }

    public void Answered()
    {
        lock (_turn)
            _failure = null;
    }

    public void Filled() => Answered();

    public void Refused(int documents)
    {
        lock (_turn)
            _refused += documents;
    }

    public void Failed(ClusterException failure)
    {
        lock (_turn)
            _failure = failure.Message;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_turn)
        {
            return Task.FromResult(
                _failure is not null ? HealthCheckResult.Degraded($"{_failure} Search answers from this node's own index.")
                : _refused > 0 ? HealthCheckResult.Degraded($"Elasticsearch {_version} refused {_refused} documents; the log names them.")
                : HealthCheckResult.Healthy($"Elasticsearch {_version}"));
        }
    }
}
