namespace HealthDoers.Web.Data;

/// <summary>
/// SQLite takes one writer at a time and answers a second one with "busy". Writers of this process queue here
/// instead, in order of arrival; on PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    readonly SemaphoreSlim? _one = oneAtATime ? new(1) : null;

    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken = default)
    {
        if (_one is not null)
            await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    public void Dispose() => _one?.Dispose();

    public readonly struct Turn(SemaphoreSlim? one) : IDisposable
    {
        public void Dispose() => one?.Release();
    }
}
