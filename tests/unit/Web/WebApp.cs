using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web;

/// <summary>The real program on a real port with a database and a data folder of its own.</summary>
public class WebApp : WebApplicationFactory<Program>
{
    readonly string _folder = Directory.CreateTempSubdirectory("healthdoers-").FullName;
    bool _started;

    public WebApp() => UseKestrel(0);

    public string Folder => _folder;

    /// <summary>Settings by configuration name, e.g. <c>RateLimits:Enabled</c>; set before the first use.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public Uri Address
    {
        get
        {
            Start();
            return ClientOptions.BaseAddress;
        }
    }

    void Start()
    {
        if (_started)
            return;
        StartServer();
        _started = true;
    }

    /// <summary>A browser-like client: keeps cookies, follows no redirect by itself.</summary>
    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, UseProxy = false }) { BaseAddress = Address };

    public async Task<T> InDbAsync<T>(Func<AppDb, Task<T>> work)
    {
        Start();
        await using var db = await Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        return await work(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("RateLimits:Enabled", "false");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
