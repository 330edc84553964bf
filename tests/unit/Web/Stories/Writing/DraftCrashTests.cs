using System.Net;
using System.Net.Http.Json;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Stories.Writing;

public sealed class DraftCrashTests
{
    [Fact]
    public async Task A_saved_draft_is_there_when_the_process_was_killed_and_starts_again()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = new WebApp();
        var ana = await app.PersonAsync("ana");
        await using var process = new RealProcess(app.Folder);
        using var http = ana.HttpAt(await process.StartAsync());
        var draft = Guid.CreateVersion7();

        using var saved = await http.PutAsJsonAsync($"/stories/drafts/{draft}",
            new { turn = 1, fields = new Dictionary<string, string> { ["Title"] = "Half a tit" }, seenVersion = 0 }, stop);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        await process.KillAsync();
        await process.StartAsync();

        var page = await Author.PageOf(await http.GetAsync($"/stories/new?draft={draft}", stop));
        Assert.Equal("Half a tit", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }
}
