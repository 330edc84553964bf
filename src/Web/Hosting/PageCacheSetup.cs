using System.IO.Compression;
using HealthDoers.Web.Data.Events;
using Microsoft.AspNetCore.ResponseCompression;

namespace HealthDoers.Web.Hosting;

static class PageCacheSetup
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        services.AddSingleton<IEventConsumer, PageChanges>();
        services.AddOutputCache(cache => cache.SizeLimit = 64 << 20);
        // Pages for visitors hold no secret, and the token in forms is masked anew each time: compressing under TLS gives nothing away.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["text/html", "text/plain", "text/xml", "application/json", "application/problem+json",
                "application/xml", "application/atom+xml", "application/feed+json", "application/geo+json", "image/svg+xml", "text/calendar"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>The cache stands outside the compression, so that it holds compressed bytes.</summary>
    public static WebApplication UsePageCache(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseResponseCompression();
        return app;
    }
}
