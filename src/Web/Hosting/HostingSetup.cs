using System.Net;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace HealthDoers.Web.Hosting;

static class HostingSetup
{
    /// <summary>
    /// Bytes of one request, and of each part of it: far more than any page takes, so that the page says what is too large
    /// and keeps the rest. Beyond it the connection is cut, which a browser shows without our words.
    /// </summary>
    const long LargestRequest = 64 * 1024 * 1024;

    const int LongestAddress = 128 * 1024;

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddLogs();
        builder.AddGracefulStop();
        services.AddHostedService<QuietTrim>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemWords.Complete);
        services.AddExceptionHandler<RefusedRequests>();
        services.AddHealthChecks().AddDbContextCheck<Data.AppDb>(tags: ["ready"]).AddCheck<NotLeaving>(nameof(NotLeaving), tags: ["ready"]);
        services.AddOpenApi();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton(SiteHosts.Of(builder.Configuration));
        services.AddPageCache();
        services.AddRequestLimits(builder.Configuration);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestRequest;
            form.ValueLengthLimit = 2 * 1024 * 1024;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            // A letter pasted into the search field is an address too: 10,000 characters, each up to 9 when escaped.
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });
        services.Configure<ForwardedHeadersOptions>(forwarded => TrustProxies(forwarded, builder.Configuration["Proxies:Trusted"]));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        return builder;
    }

    /// <summary>What stands around every answer. Comes first.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        // Says so only on https, which is so when the proxy in front says https.
        app.UseHsts();
        return app;
    }

    /// <summary>The way to the endpoints: language, who asks, how much, and what to say when it goes wrong.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseQueriesWithoutNull();
        app.UseRequestLocalization();
        // Outside the exception handler, so that a refusal without words gets its page too.
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            SuppressDiagnosticsCallback = refused => refused.Exception is Domain.RuleBrokenException or BadHttpRequestException or Map.MapNotReadyException,
        });
        app.UseRouting();
        app.UseNothingHere();
        app.UseProblemAnswers();
        app.UseKnownMethods();
        app.UseReadableEncodings();
        app.UsePageCache();
        app.UseAuthentication();
        app.UseRequestLimits();
        app.UseAuthorization();
        app.UseBearerScopes();
        app.UseCarriedForms();
        return app;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous().DisableRateLimiting();
    }

    /// <summary>For the command line, whose standard output is its answer.</summary>
    public static void LogToStandardError(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter(null, LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Addresses and networks (<c>10.0.0.0/8</c>), parted by commas; a proxy on the same machine is trusted anyway.</summary>
    static void TrustProxies(ForwardedHeadersOptions forwarded, string? trusted)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in (trusted ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (proxy.Contains('/'))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}
