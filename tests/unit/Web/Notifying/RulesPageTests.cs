using System.Net;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Notifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Notifying;

public class RulesPageTests(WebApp app) : IClassFixture<WebApp>
{
    const string Rules = "/account/notifications";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_chosen_is_kept_and_what_cannot_be_is_said_with_everything_still_there()
    {
        using var ana = await app.SignedInAsync("ana_rules");

        var fields = Answer.FieldsOf((await ana.OpenAsync(Rules)).Page.QuerySelector("main form")!).ToList();
        var refused = await ana.SendAsync(Rules, fields, ("Input.Ways[Follows]", "Mail"), ("Input.QuietFrom", "22"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.QuietUntil"));
        Assert.Equal("Mail", Chosen(refused, "Input.Ways[Follows]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.SendAsync(Rules, fields, ("Input.Ways[Follows]", "Pigeon"))).Status);

        var saved = await ana.SendAsync(Rules, fields, ("Input.Ways[Follows]", "Mail"), ("Input.Ways[Decisions]", "Nowhere"), ("Input.QuietFrom", "22"), ("Input.QuietUntil", "7"),
            ("Input.Rhythm", "Weekly"), ("Input.Day", "Friday"), ("Input.Hour", "0"), ("Input.Zone", "America/Chicago"));

        Assert.Equal((HttpStatusCode.SeeOther, Rules), (saved.Status, saved.Goes));
        var page = await ana.OpenAsync(Rules);
        Assert.Equal(("Mail", "22", "0", "Friday", "America/Chicago"),
            (Chosen(page, "Input.Ways[Follows]"), Chosen(page, "Input.QuietFrom"), Chosen(page, "Input.Hour"), Chosen(page, "Input.Day"), Chosen(page, "Input.Zone")));
        // What editors decide about somebody cannot be silenced.
        Assert.Equal("App", Chosen(page, "Input.Ways[Decisions]"));
    }

    [Fact]
    public async Task Less_of_this_takes_one_press_and_can_be_taken_back_on_the_page_of_rules()
    {
        using var joe = await app.SignedInAsync("joe_less");
        var ana = await app.MemberAsync("ana_less");
        await app.MemberAsync("kim_goes_on");
        await FollowAsync("joe_less", FollowedKind.Member, ana.Id);
        await FollowAsync("kim_goes_on", FollowedKind.Member, ana.Id);
        await app.StoryByAsync("ana_less");
        await UntilAsync(async () => (await joe.OpenAsync("/notifications")).Body.Contains("because you follow ana_less", StringComparison.Ordinal));

        var list = await joe.OpenAsync("/notifications");
        var pressed = await joe.SendAsync("/notifications?handler=Less", list.Fields());

        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        var rules = await joe.OpenAsync(Rules);
        Assert.Contains("You hear no more of ana_less", rules.Body, StringComparison.Ordinal);
        await app.StoryByAsync("ana_less");
        await UntilAsync(async () => await ToldAsync("kim_goes_on") == 2);
        Assert.Equal(1, await ToldAsync("joe_less"));

        var forget = rules.Page.QuerySelector("form[action*='handler=Forget']")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.SendAsync($"{Rules}?handler=Forget", Answer.FieldsOf(forget))).Status);
        await app.StoryByAsync("ana_less");
        await UntilAsync(async () => await ToldAsync("joe_less") == 2);
    }

    [Fact]
    public async Task A_wish_is_shown_as_a_sentence_with_what_it_would_have_sent_last_week()
    {
        using var joe = await app.SignedInAsync("joe_choosy");
        var ana = await app.MemberAsync("ana_writes_much");
        await FollowAsync("joe_choosy", FollowedKind.Member, ana.Id);
        await app.StoryByAsync("ana_writes_much");
        await app.StoryByAsync("ana_writes_much", s => s.Edit(s.Content with { Words = s.Content.Words with { Title = "A kitchen for all" } }, s.Author, s.Version, DateTimeOffset.UtcNow));
        var one = $"{Rules}/one?kind=Member&id={ana.Id}";

        var fields = (await joe.OpenAsync(one)).Fields();
        var tried = await joe.SendAsync(one + "&handler=Try", fields, ("Input.Word", "kitchen"), ("Input.Topic", "food-access"));
        Assert.Contains("this would have told you 1 of 2 things", tried.Body, StringComparison.Ordinal);
        Assert.Contains("it has the word “kitchen”", WebUtility.HtmlDecode(tried.Body), StringComparison.Ordinal);
        Assert.Null(await OnlyAsync("joe_choosy"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await joe.SendAsync(one, fields, ("Input.Word", new string('x', 61)))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.SendAsync(one, fields, ("Input.Word", "kitchen"), ("Input.Way", "Mail"))).Status);
        Assert.Equal("kitchen", (await OnlyAsync("joe_choosy"))!.Word);
        Assert.Contains("it has the word “kitchen”", WebUtility.HtmlDecode((await joe.OpenAsync(Rules)).Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"{Rules}/one?kind=Room&id={Guid.NewGuid()}")).Status);

        // Everything stands on that page and goes from there.
        var unfollow = (await joe.OpenAsync(Rules)).Page.QuerySelector("form[action*='handler=Unfollow']")!;
        await joe.SendAsync($"{Rules}?handler=Unfollow", Answer.FieldsOf(unfollow));
        Assert.False(await app.InDbAsync(db => db.Follows.AnyAsync(f => f.TargetId == ana.Id, Stop)));
    }

    [Fact]
    public async Task A_mail_says_why_last_and_ends_its_kind_signed_out_by_a_press_or_by_the_mail_program()
    {
        await app.MemberAsync("ana_mailed");
        using var joe = await app.SignedInAsync("joe_mails_her");
        var slug = await app.StoryByAsync("ana_mailed");
        await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How did you begin?"));

        var letter = await app.LetterAsync("ana_mailed@example.org", "commented on");
        var words = letter[letter.IndexOf("text/plain", StringComparison.Ordinal)..letter.IndexOf("text/html", StringComparison.Ordinal)];
        Assert.Contains("because it is your story.\r\n--", words.Replace("\r\n\r\n--", "\r\n--", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("/account/notifications", words, StringComparison.Ordinal);
        var head = letter[..letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", head);
        var address = new Uri(Assert.Single(head, line => line.StartsWith("List-Unsubscribe: ", StringComparison.Ordinal)).Split('<', '>')[1]).PathAndQuery;

        using var anybody = app.Browser();
        var page = (await anybody.OpenAsync(address)).Goes!;
        var asked = await anybody.OpenAsync(page);
        Assert.Contains("Answers to what is yours", asked.Body, StringComparison.Ordinal);
        Assert.Equal(Way.Mail, (await RulesAsync("ana_mailed")).WayOf(NotificationGroup.Answers));
        using (var program = app.Visitor())
        using (var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))
        using (var answer = await program.PostAsync(address, body, Stop))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Way.App, (await RulesAsync("ana_mailed")).WayOf(NotificationGroup.Answers));
        Assert.Equal(HttpStatusCode.OK, (await anybody.FillAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync("/mail/end/not-a-key")).Status);
    }

    [Fact]
    public async Task A_digest_tells_each_thing_once_the_useful_first_and_leaves_out_what_is_gone()
    {
        using var joe = await app.SignedInAsync("joe_digests");
        var ana = await app.MemberAsync("ana_digested");
        await FollowAsync("joe_digests", FollowedKind.Member, ana.Id);
        var stays = await app.StoryByAsync("ana_digested");
        var goes = await app.StoryByAsync("ana_digested");
        await UntilAsync(async () => await ToldAsync("joe_digests") == 2);
        await app.InDbAsync(async db =>
        {
            var hidden = await db.Stories.SingleAsync(s => s.Slug == goes, Stop);
            hidden.HideBy(Tests.Domain.People.Editor(), "It names a child", DateTimeOffset.UtcNow);
            foreach (var told in await db.Notifications.Where(n => n.DigestAt != null && db.Members.Any(m => m.Id == n.MemberId && m.Handle == "joe_digests")).ToListAsync(Stop))
                told.WaitForDigest(DateTimeOffset.UtcNow.AddMinutes(-1));
            return await db.SaveChangesAsync(Stop);
        });

        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DigestRun>().Single().RunOnceAsync(Stop);

        var letter = await app.LetterAsync("joe_digests@example.org", "because you follow ana_digested");
        Assert.Contains("From what you follow", letter, StringComparison.Ordinal);
        var words = letter[letter.IndexOf("text/plain", StringComparison.Ordinal)..letter.IndexOf("text/html", StringComparison.Ordinal)];
        Assert.Single(words.Split('\n'), line => line.StartsWith("* ", StringComparison.Ordinal));
        Assert.NotEmpty(stays);

        await joe.OpenAsync($"/notifications/{await app.InDbAsync(db => db.Notifications.Where(n => n.DigestId != null && db.Stories.Any(s => s.Id == n.SubjectId && s.Slug == stays)).Select(n => n.Id).SingleAsync(Stop))}");
        var source = app.Services.GetServices<ILetterSource>().OfType<DigestLetter>().Single();
        var again = await app.InDbAsync(async db => await source.ReadAsync(db, await db.OutgoingMails.SingleAsync(m => m.Kind == DigestLetter.Letter && db.Members.Any(x => x.Id == m.MemberId && x.Handle == "joe_digests"), Stop), Stop));
        Assert.Null(again); // read since, so there is nothing to say
    }

    [Fact]
    public async Task Many_comments_on_one_story_are_one_line_and_reading_it_reads_them_all()
    {
        using var ana = await app.SignedInAsync("ana_popular");
        var slug = await app.StoryByAsync("ana_popular");
        foreach (var handle in new[] { "first_fan", "second_fan", "third_fan" })
        {
            using var fan = await app.SignedInAsync(handle);
            await fan.FillAsync($"/stories/{slug}/comment", ("Input.Body", $"{handle} likes it."));
        }

        await UntilAsync(async () => (await ana.OpenAsync("/notifications")).Body.Contains("3 people commented on", StringComparison.Ordinal));

        var list = await ana.OpenAsync("/notifications");
        Assert.Single(list.Page.QuerySelectorAll(".rows > .row"));
        await ana.OpenAsync(list.Page.QuerySelector(".row h2 a")!.GetAttribute("href")!);
        Assert.Empty((await ana.OpenAsync("/notifications")).Page.QuerySelectorAll(".row .tag"));
    }

    [Fact]
    public async Task What_waited_on_somebody_and_was_settled_counts_as_read()
    {
        var ana = await app.MemberAsync("ana_settles");
        await app.InDbAsync(async db =>
        {
            db.Add(new Notification(ana.Id, 1, NotificationKind.MentoringAsked, NotificationReason.YourMentoring, Guid.NewGuid(), DateTimeOffset.UtcNow) { WaitsFor = Guid.NewGuid() });
            await db.SaveChangesAsync(Stop);
            await SettledNews.MarkAsync(db, DateTimeOffset.UtcNow, Stop);
            return 0;
        });

        Assert.NotNull(await app.InDbAsync(db => db.Notifications.Where(n => n.MemberId == ana.Id).Select(n => n.ReadAt).SingleAsync(Stop)));
    }

    static string? Chosen(Answer page, string field) => page.Page.QuerySelectorAll("select").Single(s => s.GetAttribute("name") == field).QuerySelector("option[selected]")?.GetAttribute("value");

    Task<int> ToldAsync(string handle) => app.InDbAsync(db => db.Notifications.CountAsync(n => db.Members.Any(m => m.Id == n.MemberId && m.Handle == handle), Stop));

    Task<OnlyIf?> OnlyAsync(string handle) => app.InDbAsync(db => db.Follows.Where(f => db.Members.Any(m => m.Id == f.MemberId && m.Handle == handle)).Select(f => f.Only).SingleAsync(Stop));

    Task<NotificationRules> RulesAsync(string handle) => app.InDbAsync(async db => await Listening.RulesOfAsync(db, await db.Members.SingleAsync(m => m.Handle == handle, Stop), Stop));

    Task<int> FollowAsync(string handle, FollowedKind kind, Guid target) => app.InDbAsync(async db =>
    {
        db.Add(new Follow(await db.Members.Where(m => m.Handle == handle).Select(m => m.Id).SingleAsync(Stop), kind, target, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync(Stop);
    });
}
