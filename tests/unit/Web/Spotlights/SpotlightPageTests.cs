using System.Net;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Spotlights;

public sealed class SpotlightPageTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_peer_proposes_the_person_changes_the_words_an_editor_shows_them_and_they_can_take_it_back()
    {
        using var ana = await app.SignedInAsync("ana_shines");
        using var joe = await app.SignedInAsync("joe_proposes");
        using var mira = await app.SignedInAsync("mira_shows", Duties.Editor);

        var empty = await joe.FillAsync("/members/ana_shines/spotlight", ("Input.Words", " "));
        Assert.NotNull(empty.Wrong("Input.Words"));
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync("/members/ana_shines/spotlight", ("Input.Words", "She feeds sixty families."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ana.FillAsync("/members/ana_shines/spotlight", ("Input.Words", "I am great."))).Status);
        Assert.DoesNotContain("sixty families", (await mira.OpenAsync("/admin/spotlights")).Body, StringComparison.Ordinal);

        var id = await app.InDbAsync(db => db.Spotlights.Select(s => s.Id).SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"/spotlights/{id}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"/spotlights/{id}", ("Input.Words", "We feed sixty families."))).Status);

        var desk = await mira.OpenAsync("/admin/spotlights");
        Assert.Contains("We feed sixty families.", desk.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mira.SendAsync("/admin/spotlights?handler=Show", desk.Fields(), ("until", "2001-01-01"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync("/admin/spotlights?handler=Show", desk.Fields())).Status);
        await ShowsAsync(shown: true);

        await ana.FillAsync($"/spotlights/{id}?handler=No");
        await ShowsAsync(shown: false);
    }

    [Fact]
    public async Task An_editor_sees_which_hubs_nobody_is_shown_from()
    {
        using var mira = await app.SignedInAsync("mira_looks", Duties.Editor);

        var notSeen = (await mira.OpenAsync("/admin/spotlights")).Page.QuerySelector(".notice")!.TextContent;

        Assert.Contains("Ontario", notSeen, StringComparison.Ordinal);
        Assert.Equal(notSeen, (await mira.OpenAsync("/admin/featured")).Page.QuerySelector(".notice")!.TextContent);
    }

    Task ShowsAsync(bool shown) => Eventually.UntilAsync(async () => (await app.Browser().OpenAsync("/")).Body.Contains("We feed sixty families.", StringComparison.Ordinal) == shown);
}
