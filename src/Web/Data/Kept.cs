using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data;

/// <summary>
/// Something small that many pages ask for, read once and kept in memory until <see cref="Forget"/>. Whoever asks after
/// a change was forgotten gets a read that began after it.
/// </summary>
abstract class Kept<T>(IDbContextFactory<AppDb> dbs)
{
    volatile Task<T>? _reading;

    public async ValueTask<T> GetAsync()
    {
        var reading = _reading ??= ReadAsync();
        try
        {
            return await reading;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    public void Forget() => _reading = null;

    protected abstract Task<T> ReadAsync(AppDb db);

    async Task<T> ReadAsync()
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await ReadAsync(db);
    }
}
