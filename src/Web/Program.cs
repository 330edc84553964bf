using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Live;
using HealthDoers.Web.Look;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages;
using HealthDoers.Web.Pages.Rooms;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddData();
builder.AddAccess();
builder.AddNotifying();
builder.AddLook();
builder.AddPages();
builder.AddRooms();
builder.AddLive();

var app = builder.Build();
await app.Services.OpenDataAsync();
app.UseBuiltAssets();
app.UseHosting();
app.UsePages();
app.MapRooms();
app.MapLive();
app.MapHealth();
await app.RunAsync();

/// <summary>Named for tests, which start the real program.</summary>
public partial class Program;
