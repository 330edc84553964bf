namespace HealthDoers.Web.Hosting;

/// <summary>
/// What is logged: one JSON object a line in production, plain lines elsewhere; never what people wrote, their
/// addresses or a token.
/// </summary>
static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                // Scopes hold the path of the request, and a path can hold a one-time link.
                console.IncludeScopes = false;
            });
        }
        // These write addresses with their query (tokens) and what a form held when they are allowed to speak lower.
        foreach (var category in new[] { "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http" })
            builder.Logging.AddFilter(category, LogLevel.Warning);
    }
}
