using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Rooms;

public sealed class SqliteLinkCardTests(WebApp app) : LinkCardTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlLinkCardTests(PostgreSqlWebApp app) : LinkCardTests(app), IClassFixture<PostgreSqlWebApp>;

public abstract class LinkCardTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_names_what_our_pages_are_about()
    {
        using var visitor = app.Visitor();
        var paths = await app.InDbAsync(async db => new[]
        {
            "/stories/" + await db.Stories.Public().Select(s => s.Slug).FirstAsync(Stop),
            "/ideas/" + await db.Ideas.Select(i => i.Slug).FirstAsync(Stop),
            "/communities/" + await db.Listings.Where(l => l.Kind == HealthDoers.Domain.Communities.ListingKind.Community).Select(l => l.Slug).FirstAsync(Stop),
            "/hubs/" + await db.Hubs.Select(h => h.Slug).FirstAsync(Stop),
            "/glossary#" + await db.GlossaryTerms.Select(t => t.Slug).FirstAsync(Stop),
            "/resources#" + await db.Resources.Select(r => r.Slug).FirstAsync(Stop),
        });

        var cards = await CardsAsync(visitor, [.. paths, "/stories/not-there", "/admin/reports", "https://example.org/stories/x", "/stories/' or 1=1"]);

        Assert.Equal(paths, cards.Select(c => c.GetProperty("path").GetString()));
        Assert.Equal(["Story", "Idea", "Community", "Hub", "Term", "Resource"], cards.Select(c => c.GetProperty("kind").GetString()));
        Assert.All(cards, card => Assert.NotEmpty(card.GetProperty("title").GetString()!));
        Assert.All(cards, card => Assert.InRange(card.GetProperty("line").GetString()!.Length, 1, 121));
    }

    [Fact]
    public async Task What_a_reader_may_not_read_has_no_card()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var hidden = await app.PersonAsync("max");
        var slug = $"secret-{Guid.NewGuid():N}";
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == hidden.Member.Id, Stop)).Describe(new() { SeenBy = Audience.Nobody });
            var author = await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop);
            var story = new Story(author, new() { Words = new() { Title = "A secret" } }, slug, DateTimeOffset.UtcNow);
            db.Stories.Add(story);
            db.StorySlugs.Add(new(slug, story.Id));
            await db.SaveChangesAsync(Stop);
            return 0;
        });
        Assert.Single(await CardsAsync(joe.Http, $"/stories/{slug}"));
        await app.InDbAsync(async db =>
        {
            var story = await db.Stories.Include(s => s.Labels).SingleAsync(s => s.Slug == slug, Stop);
            story.Withdraw(await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop), WithdrawalReason.AuthorsWish, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });
        using var visitor = app.Visitor();

        Assert.Empty(await CardsAsync(joe.Http, $"/stories/{slug}", $"/members/{hidden.Member.Handle}"));
        Assert.Empty(await CardsAsync(visitor, $"/stories/{slug}", $"/members/{joe.Member.Handle}"));
        Assert.Single(await CardsAsync(ana.Http, $"/members/{joe.Member.Handle}"));
    }

    static async Task<JsonElement[]> CardsAsync(HttpClient http, params string[] paths) =>
        (await http.GetFromJsonAsync<JsonElement[]>("/link-cards?" + string.Join('&', paths.Select(p => "path=" + Uri.EscapeDataString(p))), Stop))!;
}
