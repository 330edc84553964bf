using HealthDoers.Tests.Web.Data;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>The program on an empty PostgreSQL database; its tests are skipped where there is no server.</summary>
public sealed class PostgreSqlWebApp(PostgreSqlServer server) : WebApp, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        Settings["Database:Provider"] = "PostgreSql";
        Settings["ConnectionStrings:Default"] = await server.NewDatabaseAsync();
    }
}
