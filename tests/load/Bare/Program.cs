using HealthDoers.Load.Bare;
using Microsoft.EntityFrameworkCore;

// What the framework alone costs on this machine: the same work as the application, and nothing besides.
var builder = WebApplication.CreateBuilder(args);
var file = Path.Combine(builder.Configuration["Data:Folder"] ?? Path.GetTempPath(), "bare.db");
builder.Services.AddDbContextPool<BareDb>(options => options.UseSqlite($"Data Source={file}"));
builder.Services.AddRazorPages();
builder.Services.AddSignalR();

var app = builder.Build();
using (var scope = app.Services.CreateScope())
    scope.ServiceProvider.GetRequiredService<BareDb>().Fill(authors: 500, stories: 2000);

app.MapGet("/plain", () => "Hello");
app.MapRazorPages();
app.MapHub<BareRoom>("/live");
app.Run();
