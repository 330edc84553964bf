using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Places;

namespace HealthDoers.Tests.Web.Places;

/// <summary>The gazetteer of this build, read once, with a site key of its own.</summary>
public sealed class World : IAsyncLifetime
{
    Db _db = null!;

    internal Atlas Atlas { get; private set; } = null!;
    internal Gazetteer Gazetteer => Atlas.Gazetteer;

    public async ValueTask InitializeAsync()
    {
        _db = await Db.SqliteAsync();
        Atlas = new(_db);
    }

    public async ValueTask DisposeAsync()
    {
        Atlas.Dispose();
        await _db.DisposeAsync();
    }
}
