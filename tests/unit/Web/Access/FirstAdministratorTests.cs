using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Access;

public class FirstAdministratorTests(WebApp app) : IClassFixture<WebApp>
{
    static (string, string)[] Newcomer(string handle) =>
        [("Input.Name", "Rosa"), ("Input.Handle", handle), ("Input.Email", $"{handle}@example.org"), ("Input.Password", Browser.Password)];

    [Fact]
    public async Task The_printed_link_makes_one_administrator_and_then_none()
    {
        using var rosa = app.Browser();
        using var late = app.Browser();
        await NobodyAsync();
        var link = "/account/first?token=" + Uri.EscapeDataString(app.Services.GetRequiredService<FirstAdministrator>().NewToken());
        Assert.Empty((await late.OpenAsync("/account/first?token=made-up")).Page.QuerySelectorAll("main form"));
        var form = (await late.OpenAsync(link)).Fields();

        var first = await rosa.FillAsync(link, Newcomer("rosa"));
        var second = await late.SendAsync(link, form, Newcomer("late"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (first.Status, first.Goes));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal(["rosa"], await app.InDbAsync(db => db.Members.Where(m => (m.Duties & Duties.Administrator) != 0).Select(m => m.Handle).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Of_many_who_follow_it_at_once_one_becomes_administrator()
    {
        await NobodyAsync();
        var link = "/account/first?token=" + Uri.EscapeDataString(app.Services.GetRequiredService<FirstAdministrator>().NewToken());
        using var browser = app.Browser();
        var form = (await browser.OpenAsync(link)).Fields().ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => browser.SendAsync(link, form, Newcomer($"quick{n}"))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.SeeOther), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(1, await app.InDbAsync(db => db.Members.CountAsync(m => m.Duties != Duties.None, TestContext.Current.CancellationToken)));
    }

    /// <summary>The site is as it was when it had no administrator.</summary>
    Task<int> NobodyAsync() => app.InDbAsync(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.Duties, Duties.None), TestContext.Current.CancellationToken));
}
