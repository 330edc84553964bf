using System.IO.Compression;
using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Access;

public class LeavingTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UnderNoName", true)]
    [InlineData("Nothing", false)]
    public async Task Who_leaves_is_erased_and_chooses_what_stays(string stays, bool storyStays)
    {
        var handle = "leaving_" + stays.ToLowerInvariant();
        using var browser = await app.SignedInAsync(handle);
        var id = await app.InDbAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Handle == handle, Stop);
            var story = new Story(member, new() { Words = new() { Title = "A garden", WhatChanged = "Before" } }, $"a-garden-{stays}", DateTimeOffset.UtcNow);
            story.Edit(new() { Words = new() { Title = "A garden", WhatChanged = "After" } }, member, 1, DateTimeOffset.UtcNow);
            db.AddRange(story, new StorySlug(story.Slug, story.Id));
            db.StoryDrafts.Add(new(member.Id, DateTimeOffset.UtcNow));
            await db.SaveChangesAsync(Stop);
            return member.Id;
        });

        var wrong = await browser.FillAsync("/account/leave", ("Input.Stays", stays), ("Input.Password", "not the one at all"));
        Assert.NotNull(wrong.Wrong("Input.Password"));
        var left = await browser.FillAsync("/account/leave", ("Input.Stays", stays), ("Input.Password", Browser.Password));

        Assert.Equal(HttpStatusCode.SeeOther, left.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync($"{handle}@example.org")).Status);
        var kept = await app.InDbAsync(async db => (
            Member: await db.Members.SingleAsync(m => m.Id == id, Stop),
            Public: await db.Stories.Public().AnyAsync(s => s.AuthorId == id, Stop),
            Drafts: await db.StoryDrafts.CountAsync(d => d.AuthorId == id, Stop),
            Accounts: await db.Users.CountAsync(a => a.Id == id, Stop),
            Claimed: await db.HandleClaims.AnyAsync(c => c.Hash == HandleClaim.HashOf(handle), Stop)));
        Assert.Equal(("", storyStays, 0, 0, true), (kept.Member.Name, kept.Public, kept.Drafts, kept.Accounts, kept.Claimed));
        var words = await app.InDbAsync(async db => (
            Story: await db.Stories.Include(s => s.Revisions).SingleAsync(s => s.AuthorId == id, Stop),
            Slug: await db.StorySlugs.AnyAsync(s => s.Slug == $"a-garden-{stays}", Stop)));
        Assert.Equal((storyStays ? "After" : "", storyStays ? "A garden" : "", storyStays ? 1 : 0, storyStays),
            (words.Story.Content.Words.WhatChanged, words.Story.Title, words.Story.Revisions.Count, words.Slug));
        Assert.DoesNotContain(handle, kept.Member.Handle, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/members/{handle}")).Status);
    }

    [Fact]
    public async Task The_only_administrator_cannot_leave_the_site_alone()
    {
        using var browser = await app.SignedInAsync("alone", Duties.Administrator);

        var answer = await browser.FillAsync("/account/leave", ("Input.Password", Browser.Password));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("only administrator", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task Everything_about_me_is_a_zip_to_read_and_to_process_without_secrets()
    {
        using var browser = await app.SignedInAsync("curious");
        await browser.FillAsync("/account/profile", ("Input.Name", "Curious <Person>"), ("Input.About", "I grow beans."));

        var page = await browser.OpenAsync("/account/data");
        using var form = new FormUrlEncodedContent(page.Fields());
        using var answer = await browser.Http.PostAsync(new Uri("/account/data", UriKind.Relative), form, Stop);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        var json = await ReadAsync("account.json");
        Assert.Contains("I grow beans.", json, StringComparison.Ordinal);
        Assert.Contains("curious@example.org", json, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Curious &lt;Person&gt;", await ReadAsync("everything.html"), StringComparison.Ordinal);

        async Task<string> ReadAsync(string name)
        {
            using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Stop));
            return await reader.ReadToEndAsync(Stop);
        }
    }
}
