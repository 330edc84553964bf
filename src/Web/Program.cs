using HealthDoers.Web.Access;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;
using HealthDoers.Web.Files;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Indexing;
using HealthDoers.Web.Live;
using HealthDoers.Web.Look;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Map;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Notifying.Push;
using HealthDoers.Web.Pages;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Stories.Writing;

var line = CommandLine.Read(args);
if (!line.IsServe)
    return await line.RunAsync(() => Build(line));

await using var app = Build(line);
using var held = app.Services.HoldData();
await app.Services.OpenDataAsync();
await app.Services.PutInStarterContentAsync();
app.UseHosting();
app.UseBuiltAssets();
app.UseAccess();
app.UsePages();
app.MapDrafts();
app.MapFiles();
app.MapRooms();
app.MapLive();
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
    builder.AddFiles();
    builder.AddAccess();
    builder.AddMail();
    builder.AddInboundMail();
    builder.AddNotifying();
    builder.AddPush();
    builder.AddIndexing();
    builder.AddMap();
    builder.AddLook(UnreadNews.Viewer);
    builder.AddPages();
    builder.AddIdeas();
    builder.AddRooms();
    builder.AddLive();
    builder.AddWriting();
    builder.AddHubs();
    return builder.Build();
}

/// <summary>Named for tests, which start the real program.</summary>
public partial class Program;
