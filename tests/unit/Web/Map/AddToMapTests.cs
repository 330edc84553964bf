using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Map;

public class AddToMapTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<Answer> StepAsync(Browser browser, Answer before, params (string, string)[] typed) => await browser.SendAsync("/map/add", before.Fields(), typed);

    /// <summary>Through the three steps; the last answer.</summary>
    static async Task<Answer> AddAsync(Browser browser, string name, string email = "", string place = "Maywood, Illinois, United States", params (string, string)[] more)
    {
        var who = await browser.OpenAsync("/map/add");
        var where = await StepAsync(browser, who, ("Input.Name", name), ("Input.Kind", "Community"), ("Input.Summary", "We grow food together."));
        var check = await StepAsync(browser, where, [("Input.Where.Search", place), .. more]);
        return check.Status == HttpStatusCode.OK && email.Length > 0 ? await StepAsync(browser, check, ("Input.Email", email)) : check;
    }

    static string LinkIn(string letter)
    {
        // Quoted-printable puts soft line breaks into long links.
        var whole = letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var start = whole.IndexOf("/map/mine?key=", StringComparison.Ordinal);
        return whole[start..whole.IndexOfAny(['\r', '\n', '"', ' ', '<'], start)];
    }

    Task<bool> IsOnMapAsync(string words) => app.InDbAsync(async db =>
    {
        await Task.CompletedTask;
        using var visitor = app.Browser();
        return (await visitor.OpenAsync($"/api/map/features?zoom=20&q={Uri.EscapeDataString(words)}")).Body.Contains(words, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Without_an_account_the_mail_puts_it_on_the_map_and_changes_and_removes_it()
    {
        using var visitor = app.Browser();
        var sent = await AddAsync(visitor, "Windowsill growers", "wanda@example.org");
        Assert.Equal((HttpStatusCode.SeeOther, "/map/sent"), (sent.Status, sent.Goes));
        Assert.False(await IsOnMapAsync("Windowsill growers"));

        var link = LinkIn(await app.LetterAsync("wanda@example.org"));
        using var anywhere = app.Browser();
        var opened = await anywhere.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.False(await IsOnMapAsync("Windowsill growers"));

        var confirmed = await anywhere.SendAsync(link + "&handler=Confirm", opened.Fields());
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.Status);
        await Eventually.UntilAsync(() => IsOnMapAsync("Windowsill growers"));

        var form = await anywhere.OpenAsync(link);
        var fields = form.Page.QuerySelectorAll("form[data-entry] input, form[data-entry] textarea").Length;
        Assert.True(fields > 5);
        var saved = await anywhere.SendAsync(link + "&handler=Save", FieldsOf(form, "form[data-entry]"), ("Input.Name", "Windowsill growers of Proviso"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await Eventually.UntilAsync(() => IsOnMapAsync("Windowsill growers of Proviso"));

        var removed = await anywhere.SendAsync(link + "&handler=Remove", form.Fields());
        Assert.Equal(HttpStatusCode.SeeOther, removed.Status);
        await Eventually.UntilAsync(async () => !await IsOnMapAsync("Windowsill growers"));
        Assert.Equal(HttpStatusCode.NotFound, (await anywhere.OpenAsync(link)).Status);
        Assert.False(await app.InDbAsync(db => db.MapEntries.AnyAsync(e => e.Title.StartsWith("Windowsill"), Stop)));
    }

    static IEnumerable<KeyValuePair<string, string>> FieldsOf(Answer answer, string form) => answer.Page.QuerySelectorAll($"{form} input, {form} textarea")
        .Where(field => !(field.GetAttribute("type") is "radio" or "checkbox" && !field.HasAttribute("checked")))
        .Select(field => KeyValuePair.Create(field.GetAttribute("name") ?? "", field.GetAttribute("value") ?? field.TextContent)).Where(field => field.Key.Length > 0);

    [Fact]
    public async Task A_member_is_on_the_map_at_once_and_changes_only_their_own()
    {
        using var ana = await app.SignedInAsync("ana_maps");
        var added = await AddAsync(ana, "Ana grows beans");
        Assert.Equal(HttpStatusCode.OK, added.Status);
        var done = await StepAsync(ana, added);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.StartsWith("/map/entries/", done.Goes, StringComparison.Ordinal);
        await Eventually.UntilAsync(() => IsOnMapAsync("Ana grows beans"));

        var id = done.Goes!["/map/entries/".Length..];
        using var joe = await app.SignedInAsync("joe_maps");
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"/map/mine?id={id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync($"/map/mine?id={id}")).Status);
    }

    [Fact]
    public async Task From_their_own_page_a_member_becomes_a_change_agent_on_the_map_and_takes_it_back()
    {
        using var ana = await app.SignedInAsync("ana_agent");
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "ana_agent", Stop)).Describe(new Profile { About = "I **walk** with elders.", Place = "Maywood, Illinois", Topics = ["aging-well"], SeenBy = Audience.Everyone });
            return await db.SaveChangesAsync(Stop);
        });
        Assert.NotNull((await ana.OpenAsync("/account/profile")).Page.QuerySelector("#onmap ~ p a[href='/map/add']"));

        var who = await ana.OpenAsync("/map/add");
        Assert.Contains(who.Fields(), f => f is { Key: "Input.Summary", Value: "I walk with elders." });
        Assert.Contains(who.Fields(), f => f is { Key: "Input.Topics", Value: "aging-well" });
        var where = await StepAsync(ana, who);
        Assert.Contains(where.Fields(), f => f is { Key: "Input.Where.Search", Value: "Maywood, Illinois" });
        var done = await StepAsync(ana, await StepAsync(ana, where));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);

        var mine = (await ana.OpenAsync("/account/profile")).Page.QuerySelector("#onmap ~ ul a")!.GetAttribute("href")!;
        using var visitor = app.Browser();
        Assert.NotNull((await visitor.OpenAsync("/members/ana_agent")).Page.QuerySelector($"a[href='{done.Goes}']"));

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync(mine + "&handler=Remove", (await ana.OpenAsync(mine)).Fields())).Status);
        Assert.Null((await visitor.OpenAsync("/members/ana_agent")).Page.QuerySelector($"a[href='{done.Goes}']"));
        Assert.NotNull((await ana.OpenAsync("/account/profile")).Page.QuerySelector("#onmap ~ p a[href='/map/add']"));
    }

    [Fact]
    public async Task A_place_that_is_nowhere_is_said_and_nothing_typed_is_lost()
    {
        using var visitor = app.Browser();
        var refused = await AddAsync(visitor, "Garden of nowhere", place: "Xqzzvkw");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("We found no place of that name", refused.Wrong("Input.Where.Search"), StringComparison.Ordinal);
        Assert.Contains(refused.Fields(), f => f is { Key: "Input.Name", Value: "Garden of nowhere" });
        Assert.Contains(refused.Fields(), f => f is { Key: "Input.Where.Search", Value: "Xqzzvkw" });
    }

    [Fact]
    public async Task A_name_of_many_places_is_asked_back_and_the_choice_taken()
    {
        using var visitor = app.Browser();
        var asked = await AddAsync(visitor, "Spring garden", place: "Springfield");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        var choices = asked.Page.QuerySelectorAll("input[name='Input.Where.Chosen']");
        Assert.True(choices.Length > 2);
        var check = await StepAsync(visitor, asked, ("Input.Where.Chosen", choices[1].GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.NotNull(check.Page.QuerySelector("#Input_Email"));
    }

    [Fact]
    public async Task A_misspelled_place_is_asked_back_with_what_it_may_be()
    {
        using var visitor = app.Browser();
        var asked = await AddAsync(visitor, "Maywood garden", place: "Maywod, Ilinois");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Maywood, Illinois, United States", asked.Page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91", "0", "Input.Where.Latitude")]
    [InlineData("-90.1", "0", "Input.Where.Latitude")]
    [InlineData("north", "0", "Input.Where.Latitude")]
    [InlineData("NaN", "0", "Input.Where.Latitude")]
    [InlineData("10", "181", "Input.Where.Longitude")]
    [InlineData("10", "", "Input.Where.Longitude")]
    public async Task A_pin_that_is_nowhere_is_refused_at_its_field(string latitude, string longitude, string field)
    {
        using var visitor = app.Browser();
        var refused = await AddAsync(visitor, "A pin", more: [("Input.Where.Latitude", latitude), ("Input.Where.Longitude", longitude)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong(field));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Name", "\u200b")]
    [InlineData("Input.Link", "javascript:alert(1)")]
    [InlineData("Input.Link", "not a page")]
    public async Task What_cannot_stand_on_the_map_is_refused(string field, string value)
    {
        using var visitor = app.Browser();
        var answer = await StepAsync(visitor, await visitor.OpenAsync("/map/add"), [("Input.Kind", "Community"), (field, value), .. field == "Input.Name" ? [] : new[] { ("Input.Name", "A garden") }]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Wrong(field));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer()
    {
        await app.MemberAsync("known_person");
        using var visitor = app.Browser();
        foreach (var address in new[] { "known_person@example.org", "nobody_here@example.org" })
        {
            var answer = await visitor.FillAsync("/map/mine", ("Input.Email", address));
            answer = await visitor.SendAsync("/map/mine?handler=Links", (await visitor.OpenAsync("/map/mine")).Fields(), ("Input.Email", address));
            Assert.Equal((HttpStatusCode.SeeOther, "/map/sent"), (answer.Status, answer.Goes));
        }
    }

    [Fact]
    public async Task A_lost_mail_is_sent_again()
    {
        using var visitor = app.Browser();
        await AddAsync(visitor, "Lost letters garden", "lost@example.org");
        await app.LetterAsync("lost@example.org");
        var answer = await visitor.SendAsync("/map/mine?handler=Links", (await visitor.OpenAsync("/map/mine")).Fields(), ("Input.Email", "LOST@example.org"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await Eventually.UntilAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(app.Folder, "mail"), "*.eml")
            .Count(file => File.ReadAllText(file).Contains("lost@example.org", StringComparison.OrdinalIgnoreCase)) == 2));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAA")]
    [InlineData("%00forged")]
    public async Task A_forged_link_opens_nothing(string key)
    {
        using var visitor = app.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/map/mine?key=" + key)).Status);
    }

    [Fact]
    public async Task Two_who_edit_one_entry_both_see_the_other()
    {
        using var ana = await app.SignedInAsync("ana_twice");
        var done = await StepAsync(ana, await AddAsync(ana, "Twice edited"));
        var path = $"/map/mine?id={done.Goes!["/map/entries/".Length..]}";
        var (first, second) = (await ana.OpenAsync(path), await ana.OpenAsync(path));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync(path + "&handler=Save", FieldsOf(first, "form[data-entry]"), ("Input.Name", "From the first"))).Status);
        var lost = await ana.SendAsync(path + "&handler=Save", FieldsOf(second, "form[data-entry]"), ("Input.Name", "From the second"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("From the first", lost.Body, StringComparison.Ordinal);
        Assert.Contains("From the second", lost.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_takes_it_off_the_map_and_others_do_not_see_it_any_more()
    {
        using var visitor = app.Browser();
        await AddAsync(visitor, "Cheap watches", "spam@example.org");
        var id = await app.InDbAsync(async db =>
        {
            var entry = await db.MapEntries.SingleAsync(e => e.Title == "Cheap watches", Stop);
            entry.Confirm(DateTimeOffset.UtcNow);
            await db.SaveChangesAsync(Stop);
            return entry.Id;
        });
        await Eventually.UntilAsync(() => IsOnMapAsync("Cheap watches"));
        using var editor = await app.SignedInAsync("map_editor", Duties.Editor);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.FillAsync($"/map/entries/{id:N}", ("Input.Reason", "an advertisement"))).Status);
        await Eventually.UntilAsync(async () => !await IsOnMapAsync("Cheap watches"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/map/entries/{id:N}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.OpenAsync($"/map/entries/{id:N}")).Status);
    }

    [Fact]
    public async Task Who_leaves_leaves_the_map_too()
    {
        using var leaver = await app.SignedInAsync("leaves_map");
        var done = await StepAsync(leaver, await AddAsync(leaver, "Gone tomorrow"));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        await Eventually.UntilAsync(() => IsOnMapAsync("Gone tomorrow"));
        await app.InDbAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Handle == "leaves_map", Stop)).SuspendBy(await Administrator(db), "a test", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });
        await Eventually.UntilAsync(async () => !await IsOnMapAsync("Gone tomorrow"));

        async Task<Member> Administrator(HealthDoers.Web.Data.AppDb db)
        {
            var admin = await app.MemberAsync("map_admin", Duties.Administrator);
            return await db.Members.SingleAsync(m => m.Id == admin.Id, Stop);
        }
    }

    [Fact]
    public async Task Only_what_the_owner_gave_as_exact_is_stored_as_shown()
    {
        using var ana = await app.SignedInAsync("ana_exact");
        await StepAsync(ana, await AddAsync(ana, "Near garden", more: [("Input.Where.Latitude", "41.88888"), ("Input.Where.Longitude", "-87.84444"), ("Input.Where.Precision", "Near")]));
        var place = await app.InDbAsync(async db => (await db.MapEntries.SingleAsync(e => e.Title == "Near garden", Stop)).Place);
        Assert.Equal(new GeoPoint(41.88888, -87.84444), place.Truth);
        Assert.NotEqual(place.Truth, place.Public);
    }
}
