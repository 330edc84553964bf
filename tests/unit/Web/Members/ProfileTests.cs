using System.Net;
using System.Net.Http.Headers;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Members;

public class ProfileTests(WebApp app) : IClassFixture<WebApp>
{
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Audience.Nobody, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData(Audience.Members, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData(Audience.Everyone, HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_page_is_seen_by_whom_its_member_chose(Audience seenBy, HttpStatusCode visitors, HttpStatusCode members)
    {
        var handle = $"seen_{seenBy}".ToLowerInvariant();
        using var own = await app.SignedInAsync(handle);
        using var other = await app.SignedInAsync(handle + "_other");
        using var visitor = app.Browser();

        Assert.Equal(HttpStatusCode.SeeOther, (await own.FillAsync("/account/profile", ("Input.SeenBy", seenBy.ToString()))).Status);

        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync($"/members/{handle}")).Status);
        Assert.Equal(visitors, (await visitor.OpenAsync($"/members/{handle}")).Status);
        Assert.Equal(members, (await other.OpenAsync($"/members/{handle}")).Status);
        Assert.Equal(visitors == HttpStatusCode.OK, (await visitor.OpenAsync($"/members?q={handle}")).Body.Contains($"/members/{handle}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Place_and_organisation_are_seen_by_whom_their_member_chose()
    {
        using var own = await app.SignedInAsync("placed");
        await own.FillAsync("/account/profile", ("Input.SeenBy", "Everyone"), ("Input.WhereSeenBy", "Members"), ("Input.Place", "Maywood, Illinois"), ("Input.Brings", "Seeds"));

        var asVisitor = await app.Browser().OpenAsync("/members/placed");
        Assert.Contains("Seeds", asVisitor.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Maywood", asVisitor.Body, StringComparison.Ordinal);
        Assert.Contains("Maywood", (await own.OpenAsync("/members/placed")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_said_and_nothing_is_lost_or_half_saved()
    {
        using var own = await app.SignedInAsync("wordy");
        var tooLong = new string('a', Profile.TextLimit + 1);

        var answer = await own.FillAsync("/account/profile", ("Input.About", tooLong), ("Input.Place", "Maywood"), ("Input.Roles", "Coach"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Wrong("Input.About"));
        Assert.Contains(tooLong, answer.Body, StringComparison.Ordinal);
        Assert.Equal("Maywood", answer.Page.GetElementById("Input_Place")!.GetAttribute("value"));
        Assert.NotNull(answer.Page.QuerySelector("input[value=Coach][checked]"));
        Assert.Equal("", await app.InDbAsync(db => Task.FromResult(db.Members.Single(m => m.Handle == "wordy").Profile.Place)));
    }

    [Fact]
    public async Task A_picture_is_kept_and_served_as_what_it_is_with_strict_headers()
    {
        using var own = await app.SignedInAsync("pictured");

        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(own, Png, "me.png")).Status);

        var hash = await app.InDbAsync(async db =>
        {
            var pictured = await db.Members.SingleAsync(m => m.Handle == "pictured", Stop);
            pictured.Describe(pictured.Profile with { SeenBy = Audience.Everyone });
            await db.SaveChangesAsync(Stop);
            return pictured.Profile.Picture;
        });
        using var answer = await app.Visitor().GetAsync(new Uri($"/files/{hash}", UriKind.Relative), Stop);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"/files/{hash}", (await own.OpenAsync("/members/pictured")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "me.png", "SVG")]
    [InlineData("MZ this is a program", "me.jpg", "no picture")]
    [InlineData("GIF89a", "me.png", "GIF")]
    public async Task A_file_is_judged_by_its_content_not_by_its_name(string content, string name, string says)
    {
        using var own = await app.SignedInAsync("judged" + content.Length);

        var answer = await UploadAsync(own, System.Text.Encoding.ASCII.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Wrong("Input.Picture"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(13)]
    public async Task An_oversized_picture_is_refused_with_a_sentence(int megabytes)
    {
        using var own = await app.SignedInAsync($"heavy{megabytes}");

        var answer = await UploadAsync(own, [.. Png, .. new byte[megabytes * 1024 * 1024]], "me.png");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("MB", answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_nobody_uploaded_is_not_there()
    {
        foreach (var path in new[] { "/files/" + new string('a', 64), "/files/..%2Fcommunity.db", "/files/A", "/files/" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().OpenAsync(path)).Status);
    }

    static async Task<Answer> UploadAsync(Browser browser, byte[] content, string name)
    {
        var page = await browser.OpenAsync("/account/profile");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in page.Fields())
            form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "Input.Picture", name);
        return await Answer.OfAsync(await browser.Http.PostAsync(new Uri("/account/profile", UriKind.Relative), form, Stop));
    }

    [Fact]
    public async Task A_picture_that_is_far_too_heavy_costs_none_of_the_text()
    {
        using var ana = await Stories.Writing.Author.InAsync(app);

        using var answer = await ana.PostFilesAsync("/account/profile", [("Input.Picture", new byte[20 * 1024 * 1024])], ("Input.Name", "Ana"), ("Input.About", "I grow beans"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Stories.Writing.Author.PageOf(answer);
        Assert.Contains("I grow beans", page.QuerySelector("main form")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#Input_Picture")!.GetAttribute("aria-invalid"));
    }
}
