using HealthDoers.Web.Access;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages;

var line = CommandLine.Read(args);
if (!line.IsServe)
    return await line.RunAsync(() => Build(line));

await using var app = Build(line);
using var held = app.Services.HoldData();
await app.Services.OpenDataAsync();
app.UseBuiltAssets();
app.UseHosting();
app.UsePages();
app.MapHealth();
app.MapDescription();
await app.RunAsync();
return CommandLine.Done;

static WebApplication Build(CommandLine line)
{
    var builder = WebApplication.CreateBuilder(line.Host);
    if (!line.IsServe)
        builder.LogToStandardError();
    builder.AddHosting();
    builder.AddData();
    builder.AddAccess();
    builder.AddNotifying();
    builder.AddLook();
    builder.AddPages();
    return builder.Build();
}

/// <summary>Named for tests, which start the real program.</summary>
public partial class Program;
