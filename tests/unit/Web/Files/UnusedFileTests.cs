using System.Net;
using HealthDoers.Tests.Web.Stories.Writing;
using HealthDoers.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HealthDoers.Tests.Web.Files;

public class UnusedFileTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_stays_as_long_as_a_story_a_former_version_a_draft_or_a_profile_uses_it_and_goes_a_day_after()
    {
        using var ana = await Author.InAsync(app);
        var (inStory, inDraft, inProfile, dropped) = (Pictures.Png(41, 30), Pictures.Png(42, 30), Pictures.Png(43, 30), Pictures.Png(44, 30));
        await ana.PostFilesAsync("/account/profile", [("Input.Picture", dropped)], ("Input.Name", "Ana"));
        await ana.PostFilesAsync("/account/profile", [("Input.Picture", inProfile)], ("Input.Name", "Ana"));
        await ana.PostFilesAsync("/stories/new?handler=Save", [("Picture", inDraft)], ("Input.Title", "A draft"), ("PictureDescription", "Beans"));
        await ana.PostFilesAsync("/stories/new", [("Picture", inStory)], ("Input.Title", "A story with a picture"), ("Input.WhatChanged", "Much"), ("PictureDescription", "Peas"));
        var slug = await app.InDbAsync(db => db.Stories.Where(s => s.AuthorId == ana.Member.Id).Select(s => s.Slug).SingleAsync(Stop));
        var used = await HashesAsync(ana);
        Assert.Equal(4, used.Count);
        await AgeAsync();
        var edited = await ana.PostAsync($"/stories/{slug}/edit", ("SeenVersion", "1"), ("Input.Title", "A story without"), ("Input.WhatChanged", "Much"), ("Input.LeftOut", used[^1]));
        Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);

        await SweepAsync();

        var left = await HashesAsync(ana);
        Assert.Equal(3, left.Count);
        foreach (var hash in left)
            Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"/files/{hash}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync($"/files/{used.Except(left).Single()}")).StatusCode);
    }

    [Fact]
    public async Task A_picture_that_is_sent_again_is_young_again()
    {
        using var ana = await Author.InAsync(app);
        var face = Pictures.Png(45, 30);
        await ana.PostFilesAsync("/account/profile", [("Input.Picture", face)], ("Input.Name", "Ana"));
        var hash = (await HashesAsync(ana)).Single();
        await ana.PostAsync("/account/profile", ("Input.Name", "Ana"), ("Input.NoPicture", "true"));
        await AgeAsync();
        using var ben = await Author.InAsync(app, "ben");

        await ben.PostFilesAsync("/account/profile", [("Input.Picture", face)], ("Input.Name", "Ben"));
        await ben.PostAsync("/account/profile", ("Input.Name", "Ben"), ("Input.NoPicture", "true"));
        await SweepAsync();

        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"/files/{hash}")).StatusCode);
    }

    async Task<List<string>> HashesAsync(Author author) =>
        await app.InDbAsync(db => db.Files.Where(f => f.OwnerId == author.Member.Id).OrderBy(f => f.Width).Select(f => f.Hash).ToListAsync(Stop));

    Task<int> AgeAsync() => app.InDbAsync(db => db.Files.ExecuteUpdateAsync(set => set.SetProperty(f => f.At, DateTimeOffset.UtcNow - UnusedFiles.Kept - TimeSpan.FromHours(1)), Stop));

    Task SweepAsync() => app.Services.GetServices<IHostedService>().OfType<UnusedFiles>().Single().RunOnceAsync(Stop);
}
