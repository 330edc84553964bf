using HealthDoers.Web.Data.Events;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HealthDoers.Web.Data;

static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var folders = DataFolders.From(builder.Configuration, builder.Environment.ContentRootPath);
        var provider = builder.Configuration["Database:Provider"] ?? "Sqlite";

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folders);
        services.AddSingleton<EventBell>();
        services.AddSingleton<EventWatch>();
        services.AddSingleton(NodeNameOf(builder.Configuration));

        switch (provider)
        {
            case "Sqlite":
                services.AddSingleton(new WriteGate(oneAtATime: true));
                services.AddDb<SqliteAppDb>(options => options.UseSqlite(SqliteConnectionString(builder.Configuration, folders),
                    sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
                break;
            case "PostgreSql":
                var connectionString = builder.Configuration.GetConnectionString("Default")
                    ?? throw new InvalidOperationException("Database:Provider is PostgreSql, so ConnectionStrings:Default must name the database.");
                services.AddSingleton(new WriteGate(oneAtATime: false));
                services.AddDb<PostgreSqlAppDb>(options => options.UseNpgsql(connectionString,
                    npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
                services.AddHostedService(s => ActivatorUtilities.CreateInstance<PostgreSqlListener>(s, connectionString));
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is \"{provider}\"; it can be Sqlite or PostgreSql.");
        }

        services.AddDataProtection().SetApplicationName("HealthDoers");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new DataProtectionKeys(s.GetRequiredService<IDbContextFactory<AppDb>>())));
        services.AddHostedService<EventPump>();
        services.AddHostedService<OldEvents>();
        return builder;
    }

    static void AddDb<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use) where TDb : AppDb
    {
        services.AddPooledDbContextFactory<TDb>(options =>
        {
            use(options);
            // Pages page through what they show; First without OrderBy is used on unique keys only. Whether the migrations
            // fit the model is asked by every test that opens a database: at a start it would cost a second model.
            options.ConfigureWarnings(w => w.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning, RelationalEventId.PendingModelChangesWarning));
        });
        services.AddSingleton<IDbContextFactory<AppDb>, AppDbFactory<TDb>>();
        services.AddScoped<AppDb>(s => s.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext());
    }

    static string SqliteConnectionString(IConfiguration configuration, DataFolders folders)
    {
        var given = configuration.GetConnectionString("Default");
        if (given is null)
        {
            Directory.CreateDirectory(folders.Root);
            given = $"Data Source={folders.Database}";
        }
        return new SqliteConnectionStringBuilder(given) { ForeignKeys = true, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    static NodeName NodeNameOf(ConfigurationManager configuration)
    {
        var name = configuration["Node:Name"] ?? Environment.MachineName;
        return new(name, $"{name}:{Guid.NewGuid():N}");
    }

    sealed class AppDbFactory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<AppDb> where TDb : AppDb
    {
        public AppDb CreateDbContext() => inner.CreateDbContext();
    }
}
