using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddData();
builder.AddAccess();
builder.AddNotifying();
builder.AddPages();

var app = builder.Build();
await app.Services.OpenDataAsync();
app.UseHosting();
app.UsePages();
app.MapHealth();
await app.RunAsync();

/// <summary>Named for tests, which start the real program.</summary>
public partial class Program;
