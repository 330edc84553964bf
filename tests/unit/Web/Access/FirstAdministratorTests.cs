using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Access;

public sealed class FirstAdministratorTests(WebApp app) : IClassFixture<WebApp>
{
    static (string, string)[] Newcomer(string handle) =>
        [("Input.Name", "Rosa"), ("Input.Handle", handle), ("Input.Email", $"{handle}@example.org"), ("Input.Password", Browser.Password)];

    [Fact]
    public async Task The_printed_link_makes_one_administrator_and_then_none()
    {
        using var rosa = app.Browser();
        using var late = app.Browser();
        _ = app.Address;
        var link = "/account/first?token=" + Uri.EscapeDataString(app.Services.GetRequiredService<FirstAdministrator>().NewToken());
        Assert.Empty((await late.OpenAsync("/account/first?token=made-up")).Page.QuerySelectorAll("main form"));
        var form = (await late.OpenAsync(link)).Fields();

        var first = await rosa.FillAsync(link, Newcomer("rosa"));
        var second = await late.SendAsync(link, form, Newcomer("late"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (first.Status, first.Goes));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal(["rosa"], await app.InDbAsync(db => db.Members.Where(m => (m.Duties & Duties.Administrator) != 0).Select(m => m.Handle).ToListAsync(TestContext.Current.CancellationToken)));
    }
}
