using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Stories.Writing;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Files;

/// <summary>An address of an upload is no key: what is taken out of sight takes its pictures along.</summary>
public class FileAudienceTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("withdraw")]
    [InlineData("hide")]
    [InlineData("leave out")]
    public async Task The_picture_of_a_story_is_seen_as_long_as_the_story_shows_it(string end)
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        using var mira = await Author.InAsync(app, "mira", Duties.Editor);
        await ana.PostFilesAsync("/stories/new", [("Picture", Pictures.Png(50 + end.Length, 31))], ("Input.Title", $"Until {end}"), ("Input.WhatChanged", "Much"), ("PictureDescription", "Peas"));
        var (slug, hash) = await app.InDbAsync(async db =>
        {
            var story = await db.Stories.SingleAsync(s => s.AuthorId == ana.Member.Id, Stop);
            return (story.Slug, story.Content.Pictures.Single().File);
        });
        using var visitor = app.Visitor();
        async Task<HttpStatusCode> SeenByAsync(Author? who) => (who is null ? await visitor.GetAsync($"/files/{hash}", Stop) : await who.GetAsync($"/files/{hash}")).StatusCode;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await SeenByAsync(null), await SeenByAsync(joe)));

        if (end == "withdraw")
            await ana.PostAsync($"/stories/{slug}/withdraw");
        else if (end == "leave out")
            await ana.PostAsync($"/stories/{slug}/edit", ("SeenVersion", "1"), ("Input.Title", "Without"), ("Input.WhatChanged", "Much"), ("Input.LeftOut", hash));
        else
            await app.InDbAsync(async db =>
            {
                (await db.Stories.SingleAsync(s => s.Slug == slug, Stop)).HideBy(await db.Members.SingleAsync(m => m.Id == mira.Member.Id, Stop), "It names a child", DateTimeOffset.UtcNow);
                return await db.SaveChangesAsync(Stop);
            });

        await Eventually.UntilAsync(async () => await SeenByAsync(null) == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, await SeenByAsync(joe));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await SeenByAsync(ana), await SeenByAsync(mira)));
    }

    [Fact]
    public async Task The_picture_of_a_draft_is_its_authors_and_a_face_is_for_whom_the_profile_is_for()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        await ana.PostFilesAsync("/stories/new?handler=Save", [("Picture", Pictures.Png(71, 31))], ("Input.Title", "A draft"), ("PictureDescription", "Beans"));
        await ana.PostFilesAsync("/account/profile", [("Input.Picture", Pictures.Png(72, 31))], ("Input.Name", "Ana"), ("Input.SeenBy", nameof(Audience.Members)));
        var (drafted, face) = await app.InDbAsync(async db => (
            (await db.StoryDrafts.SingleAsync(d => d.AuthorId == ana.Member.Id, Stop)).Pictures.Single().File,
            (await db.Members.SingleAsync(m => m.Id == ana.Member.Id, Stop)).Profile.Picture));
        using var visitor = app.Visitor();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await ana.GetAsync($"/files/{drafted}")).StatusCode, (await joe.GetAsync($"/files/{drafted}")).StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await joe.GetAsync($"/files/{face}")).StatusCode, (await visitor.GetAsync($"/files/{face}", Stop)).StatusCode));
    }
}
