using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;
using HealthDoers.Web.Files;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages;
using HealthDoers.Web.Pages.Stories.Writing;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddData();
builder.AddFiles();
builder.AddAccess();
builder.AddNotifying();
builder.AddLook();
builder.AddPages();
builder.AddWriting();

var app = builder.Build();
await app.Services.OpenDataAsync();
await app.Services.PutInStarterContentAsync();
app.UseBuiltAssets();
app.UseHosting();
app.UsePages();
app.MapDrafts();
app.MapFiles();
app.MapHealth();
await app.RunAsync();

/// <summary>Named for tests, which start the real program.</summary>
public partial class Program;
