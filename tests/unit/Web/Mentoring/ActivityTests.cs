using System.Net.Http.Json;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Mentoring;

public class ActivityTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task What_somebody_promised_and_who_waits_for_them_comes_together()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await ana.SayAsync(room, "Ask the drivers by Tuesday");
        await ana.SayAsync(room, "Has anybody a key?");
        var marked = await joe.Http.PutAsJsonAsync($"/rooms/{room}/messages/1/mark", new { kind = "action", owner = joe.Member.Handle, due = "2020-01-01" }, TestContext.Current.CancellationToken);
        Assert.True(marked.IsSuccessStatusCode);
        await app.InDbAsync(async db =>
        {
            var terms = new MentoringTerms { Topics = ["metrics"], Languages = ["en"] };
            var (ask, offer) = (new MentoringWish(ana.Member, WishKind.Ask, terms, DateTimeOffset.UtcNow), new MentoringWish(joe.Member, WishKind.Offer, terms, DateTimeOffset.UtcNow));
            db.AttachRange(ana.Member, joe.Member);
            db.AddRange(ask, offer);
            db.Add(new MentoringRequest(ask, offer, ana.Member, new() { Goal = "Count one thing", EndsOn = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(90)) }, "", 0, DateTimeOffset.UtcNow));
            return await db.SaveChangesAsync();
        });

        var page = await new Browser(joe.Http).OpenAsync("/activity");
        Assert.Contains("Count one thing", Section(page, "waiting"), StringComparison.Ordinal);
        Assert.Contains("Ask the drivers by Tuesday", Section(page, "promised"), StringComparison.Ordinal);
        Assert.Contains("was due", Section(page, "promised"), StringComparison.Ordinal);
        Assert.Contains("Has anybody a key?", Section(page, "help"), StringComparison.Ordinal);

        var others = await new Browser((await app.PersonAsync("eve")).Http).OpenAsync("/activity");
        Assert.DoesNotContain("drivers", others.Body, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", others.Body, StringComparison.Ordinal);
    }

    static string Section(Answer page, string name) => page.Page.QuerySelector($"section[aria-labelledby={name}]")!.TextContent;
}
