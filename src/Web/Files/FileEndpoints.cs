using HealthDoers.Web.Access;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Web.Files;

static class FileEndpoints
{
    public static WebApplicationBuilder AddFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FileFolder>();
        builder.Services.AddScoped<FileStore>();
        builder.Services.AddScoped<FileAudience>();
        builder.Services.AddSingleton<PictureSizes>();
        builder.Services.AddHostedService<UnusedFiles>();
        return builder;
    }

    /// <summary>
    /// Serves what was uploaded, as what it was judged to be and nothing else, to whoever may see what it stands in. The
    /// address is the hash of the content, so a browser that was shown it once need not ask again; others keep no copy.
    /// </summary>
    public static void MapFiles(this WebApplication app) => app.MapMethods("/files/{hash}", [HttpMethods.Get, HttpMethods.Head], async (string hash, HttpContext http, FileStore files, FileAudience audience, CurrentMember current) =>
    {
        if (!FileStore.IsHash(hash) || await files.FindAsync(hash, http.RequestAborted) is not { } file)
            return Results.NotFound();
        if (!await audience.MaySeeAsync(file, await current.GetAsync(http.RequestAborted), http.RequestAborted))
            return Results.NotFound();
        if (await files.OpenAsync(file, http.RequestAborted) is not { } content)
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType.StartsWith("video/", StringComparison.Ordinal)
            ? "inline"
            : "attachment";
        return Results.Stream(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }).AllowAnonymous();
}
