using System.Net;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Members;

/// <summary>A flood from somebody who has just joined is small, and what they typed beyond it is not lost.</summary>
public sealed class FirstDayLimitTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_too_many_stays_a_draft()
    {
        using var ana = await NewAsync("ana_is_new");
        for (var n = 0; n < FirstDay.MostStories; n++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PublishAsync(ana, $"Beans, year {n}")).Status);

        var refused = await PublishAsync(ana, "Beans once more");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("On your first day", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Beans once more", refused.Body, StringComparison.Ordinal);
        Assert.Equal(FirstDay.MostStories, await app.InDbAsync(db => db.Stories.CountAsync(s => s.Author!.Handle == "ana_is_new", Stop)));
        Assert.Contains("Beans once more", (await ana.OpenAsync("/stories/drafts")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_too_many_stays_in_its_field()
    {
        using var ben = await NewAsync("ben_is_new");
        var address = $"/stories/{await app.InDbAsync(db => db.Stories.OrderBy(s => s.Id).Select(s => s.Slug).FirstAsync(Stop))}/comment";
        for (var n = 0; n < FirstDay.MostComments; n++)
            Assert.Equal(HttpStatusCode.SeeOther, (await ben.FillAsync(address, ("Input.Body", $"Question {n}"))).Status);

        var refused = await ben.FillAsync(address, ("Input.Body", "One more question"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("One more question", refused.Page.QuerySelector("[name='Input.Body']")!.TextContent.Trim());
        Assert.Equal(FirstDay.MostComments, await app.InDbAsync(db => db.Comments.CountAsync(c => c.Author.Handle == "ben_is_new", Stop)));
    }

    async Task<Browser> NewAsync(string handle)
    {
        var browser = await app.SignedInAsync(handle);
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == handle, Stop)).BeNew();
            return await db.SaveChangesAsync(Stop);
        });
        return browser;
    }

    static Task<Answer> PublishAsync(Browser author, string title) =>
        author.FillAsync("/stories/new", ("Input.Title", title), ("Input.WhatChanged", "More people eat beans."));
}
