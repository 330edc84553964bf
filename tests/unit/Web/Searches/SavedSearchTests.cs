using System.Net;
using System.Xml.Linq;
using HealthDoers.Domain.Notifications;
using HealthDoers.Tests.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Searches;

public sealed class SavedSearchTests(SearchSite site) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task A_saved_search_tells_its_owner_once_of_what_is_published_and_says_why()
    {
        using var lena = await site.SignedInAsync("lena_looks");
        var saved = await lena.FillAsync("/searches/new?q=quixotic lanterns", ("Input.Name", "Lanterns"));
        Assert.Equal((HttpStatusCode.SeeOther, "/searches"), (saved.Status, saved.Goes));

        var first = await site.PublishAsync("Quixotic lanterns for evening walks");
        await UntilToldAsync("lena_looks", 1);
        await site.PublishAsync("More quixotic lanterns");
        await site.ChangeStoryAsync(first, s => s.Edit(s.Content with { Tags = ["light"] }, s.Author, s.Version, DateTimeOffset.UtcNow));
        await Eventually.UntilAsync(() => site.InDbAsync(async db => await db.SearchMatches.CountAsync() == 2));
        Assert.Equal(1, await ToldAsync("lena_looks"));

        var news = await lena.OpenAsync("/notifications");
        Assert.Contains("because you saved this search", news.Body, StringComparison.Ordinal);
        var link = news.Page.QuerySelector(".row h2 a")!;
        Assert.Contains("Lanterns", link.TextContent, StringComparison.Ordinal);
        var matches = await lena.OpenAsync((await lena.OpenAsync(link.GetAttribute("href")!)).Goes!);
        Assert.Equal(2, matches.Page.QuerySelectorAll(".row .tag").Length);
        Assert.Contains("Quixotic lanterns for evening walks", matches.Body, StringComparison.Ordinal);

        // Seen, so the next one is told again.
        await site.PublishAsync("Quixotic lanterns, the third");
        await UntilToldAsync("lena_looks", 2);
    }

    [Fact]
    public async Task By_mail_it_comes_with_a_way_to_end_it_that_needs_no_signing_in()
    {
        using var marta = await site.SignedInAsync("marta_mails");
        await marta.FillAsync("/searches/new?q=zephyrous", ("Input.Name", "Kites"), ("Input.ByMail", "true"));
        await site.PublishAsync("Zephyrous kites on the common");
        var letter = await site.LetterAsync("marta_mails@example.org", "Kites");
        Assert.Contains("Zephyrous kites on the common", letter, StringComparison.Ordinal);
        var words = letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
        var start = words.IndexOf("/searches/end/", StringComparison.Ordinal);
        var address = words[start..words.IndexOfAny(['\r', '\n', '"', ' '], start)];

        using var anybody = site.Browser();
        Assert.Contains("Kites", (await anybody.OpenAsync(address)).Body, StringComparison.Ordinal);
        Assert.Equal(1, await SearchesAsync("marta_mails"));
        Assert.Equal(HttpStatusCode.OK, (await anybody.FillAsync(address)).Status);
        Assert.Equal(0, await SearchesAsync("marta_mails"));
        Assert.Equal(HttpStatusCode.OK, (await anybody.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task A_mail_program_ends_it_with_one_click_without_cookies_or_token()
    {
        using var ulla = await site.SignedInAsync("ulla_unsubscribes");
        await ulla.FillAsync("/searches/new?q=borborygmic", ("Input.Name", "Rumbles"), ("Input.ByMail", "true"));
        await site.PublishAsync("Borborygmic rumbles");
        var letter = await site.LetterAsync("ulla_unsubscribes@example.org", "Rumbles");
        var head = letter[..letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", head);
        var address = Assert.Single(head, line => line.StartsWith("List-Unsubscribe: ", StringComparison.Ordinal)).Split('<', '>')[1];

        using var program = site.Visitor();
        var path = new Uri(address).PathAndQuery;
        using (var looked = await program.GetAsync(path, TestContext.Current.CancellationToken))
            Assert.Contains("/searches/end/", looked.RequestMessage!.RequestUri!.AbsolutePath + looked.Headers.Location, StringComparison.Ordinal);
        Assert.Equal(1, await SearchesAsync("ulla_unsubscribes"));
        for (var time = 0; time < 2; time++)
        {
            using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var answer = await program.PostAsync(path, body, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Equal(0, await SearchesAsync("ulla_unsubscribes"));
        using var wrong = await program.PostAsync("/searches/end-now/not-a-key", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Fact]
    public async Task The_private_feed_shows_what_matched_until_the_search_ends()
    {
        using var fred = await site.SignedInAsync("fred_feeds");
        await fred.FillAsync("/searches/new?q=umbrageous&kind=story", ("Input.Name", "Trees & shade"));
        await site.PublishAsync("Umbrageous trees on the common");
        await UntilToldAsync("fred_feeds", 1);
        var page = await fred.OpenAsync("/searches");
        var feed = page.Page.QuerySelector("a[href^='/searches/feed/']")!.GetAttribute("href")!;
        using var reader = site.Visitor();
        var atom = XDocument.Parse(await reader.GetStringAsync(feed, TestContext.Current.CancellationToken));
        Assert.Equal(["Trees & shade", "Umbrageous trees on the common"], atom.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value));
        Assert.Equal(HttpStatusCode.SeeOther, (await fred.SendAsync("/searches?handler=End", page.Fields())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(feed, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/searches/feed/not-a-key", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Nobody_sees_or_ends_the_searches_of_another()
    {
        using var owner = await site.SignedInAsync("olga_owns");
        await owner.FillAsync("/searches/new?q=garden", ("Input.Name", "Mine"));
        var id = await site.InDbAsync(db => db.SavedSearches.Where(s => s.Name == "Mine").Select(s => s.Id).SingleAsync());
        using var other = await site.SignedInAsync("otto_other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/searches/{id}")).Status);
        await other.FillAsync("/searches/new?q=garden", ("Input.Name", "Ottos"));
        var fields = (await other.OpenAsync("/searches")).Fields();
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/searches?handler=End", fields, ("id", id.ToString()))).Status);
        Assert.Equal(1, await SearchesAsync("olga_owns"));
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_and_what_was_typed_stays()
    {
        using var max = await site.SignedInAsync("max_many");
        var refused = await max.FillAsync("/searches/new?q=garden", ("Input.Name", new string('x', 101)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.Name"));
        Assert.Equal(101, refused.Page.QuerySelector("#Input_Name")!.GetAttribute("value")!.Length);
        Assert.Equal("/search", (await max.OpenAsync("/searches/new?q=!!!")).Goes);
        Assert.Equal("/search", (await max.OpenAsync("/searches/new")).Goes);
        await max.FillAsync("/searches/new?q=gardn", ("Input.Name", "Slip"));
        Assert.Equal("q=garden", await site.InDbAsync(db => db.SavedSearches.Where(s => s.Name == "Slip").Select(s => s.Address).SingleAsync()));
    }

    [Fact]
    public async Task Who_leaves_takes_their_searches_along_and_gets_them_in_their_archive()
    {
        using var lea = await site.SignedInAsync("lea_leaves");
        await lea.FillAsync("/searches/new?q=garden", ("Input.Name", "Gardens"));
        var id = await site.InDbAsync(db => db.Members.Where(m => m.Handle == "lea_leaves").Select(m => m.Id).SingleAsync());
        await site.InDbAsync(async db =>
        {
            var data = new HealthDoers.Web.Pages.Searches.SearchData(db);
            Assert.Contains("Gardens", System.Text.Json.JsonSerializer.Serialize(await data.ReadAsync(id, default)), StringComparison.Ordinal);
            await data.EraseAsync(id, HealthDoers.Web.Access.PersonalData.WhatStays.UnderNoName, default);
            return 0;
        });
        Assert.Equal(0, await SearchesAsync("lea_leaves"));
    }

    Task<int> ToldAsync(string handle) => site.InDbAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.SearchMatched && db.Members.Any(m => m.Id == n.MemberId && m.Handle == handle)));

    Task<int> SearchesAsync(string handle) => site.InDbAsync(db => db.SavedSearches.CountAsync(s => db.Members.Any(m => m.Id == s.MemberId && m.Handle == handle)));

    Task UntilToldAsync(string handle, int times) => Eventually.UntilAsync(async () => await ToldAsync(handle) == times, TimeSpan.FromSeconds(40));
}
