using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Hubs;

/// <summary>Brings a hub of the starter content into the state that a test begins with.</summary>
static class HubCast
{
    public static Task<Hub> HubAsync(this WebApp app, string slug, Func<AppDb, Hub, Task>? change = null) => app.InDbAsync(async db =>
    {
        var hub = await db.Hubs.WithRoles().SingleAsync(h => h.Slug == slug);
        if (change is not null)
        {
            await change(db, hub);
            await db.SaveChangesAsync();
        }
        return hub;
    });

    /// <summary>This member joins, and takes the first role, which stewards the hub.</summary>
    public static Task<Hub> StewardAsync(this WebApp app, string slug, string handle) => app.HubAsync(slug, async (db, hub) =>
    {
        var member = await db.Members.SingleAsync(m => m.Handle == handle);
        var membership = new HubMembership(hub, member, [], DateTimeOffset.UtcNow);
        db.Add(membership);
        hub.Begin(hub.Roles[0], membership, DateTimeOffset.UtcNow.AddMinutes(-1), null);
    });

    public static Task<Hub> MemberAsync(this WebApp app, string slug, string handle) => app.HubAsync(slug, async (db, hub) =>
        db.Add(new HubMembership(hub, await db.Members.SingleAsync(m => m.Handle == handle), [], DateTimeOffset.UtcNow)));

    public static Task<Hub> RulesAsync(this WebApp app, string slug, HubRules rules) => app.HubAsync(slug, async (db, hub) =>
    {
        var editor = Tests.Domain.People.Editor();
        hub.Describe("en", hub.In("en"), rules, hub.Scope.Regions, editor, hub.Version, DateTimeOffset.UtcNow);
        await Task.CompletedTask;
    });

    public static Task<string> NewsOfAsync(this Browser browser) => browser.OpenAsync("/notifications").ContinueWith(page => page.Result.Page.QuerySelector("main")!.TextContent, TaskScheduler.Default);
}
