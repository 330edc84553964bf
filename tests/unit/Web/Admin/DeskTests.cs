using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Admin;

public class DeskTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/reports")]
    [InlineData("/admin/standings")]
    [InlineData("/admin/featured")]
    [InlineData("/admin/records")]
    [InlineData("/admin/members")]
    [InlineData("/admin/events")]
    [InlineData("/admin/mail")]
    [InlineData("/admin/hubs")]
    public async Task The_desk_is_not_there_for_members(string page)
    {
        using var joe = await app.SignedInAsync($"joe_{Guid.NewGuid():N}"[..12]);

        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync(page)).Status);
    }

    [Fact]
    public async Task A_report_is_decided_with_a_reason_and_everyone_concerned_is_told()
    {
        using var ana = await app.SignedInAsync("ana_reported");
        using var joe = await app.SignedInAsync("joe_reports");
        using var mira = await app.SignedInAsync("mira_decides", Duties.Editor);
        var slug = await app.StoryByAsync("ana_reported");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await joe.FillAsync($"/report/story/{slug}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/report/story/{slug}", ("Input.Reason", nameof(ReportReason.NoConsent)), ("Input.Note", "A child is named."))).Status);
        var report = await app.InDbAsync(db => db.Reports.Where(r => r.Note == "A child is named.").Select(r => r.Id).SingleAsync(Stop));
        var desk = await mira.OpenAsync("/admin/reports");
        Assert.Contains("A child is named.", desk.Body, StringComparison.Ordinal);

        var withoutReason = await mira.SendAsync("/admin/reports", desk.Fields(), ("id", report.ToString()), ("outcome", "Hidden"), ("why", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.Status);
        var decided = await mira.SendAsync("/admin/reports", desk.Fields(), ("id", report.ToString()), ("outcome", "Hidden"), ("why", "It names a child."));

        Assert.Equal(HttpStatusCode.SeeOther, decided.Status);
        using var visitor = app.Browser();
        await UntilAsync(async () => (await visitor.OpenAsync($"/stories/{slug}")).Status == HttpStatusCode.NotFound);
        await UntilAsync(async () => (await ana.OpenAsync("/notifications")).Body.Contains("took", StringComparison.Ordinal));
        await UntilAsync(async () => (await joe.OpenAsync("/notifications")).Body.Contains("decided on your report", StringComparison.Ordinal));
        Assert.Contains("It names a child.", (await mira.OpenAsync("/admin/records")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_before_it_is_decided_on_is_said_so_and_the_desk_still_stands()
    {
        await app.MemberAsync("ana_deletes");
        using var joe = await app.SignedInAsync("joe_reports_too");
        using var mira = await app.SignedInAsync("mira_is_late", Duties.Editor);
        var slug = await app.StoryByAsync("ana_deletes");
        await joe.FillAsync($"/report/story/{slug}", ("Input.Reason", nameof(ReportReason.Untrue)), ("Input.Note", "Gone by then."));
        var report = await app.InDbAsync(db => db.Reports.Where(r => r.Note == "Gone by then.").Select(r => r.Id).SingleAsync(Stop));
        var desk = await mira.OpenAsync("/admin/reports");
        await app.InDbAsync(async db =>
        {
            db.Remove(await db.Stories.SingleAsync(s => s.Slug == slug, Stop));
            return await db.SaveChangesAsync(Stop);
        });

        var late = await mira.SendAsync("/admin/reports", desk.Fields(), ("id", report.ToString()), ("outcome", "Hidden"), ("why", "It is not true."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("no longer there", late.Body, StringComparison.Ordinal);
        Assert.Contains("Gone by then.", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claimed_standing_is_confirmed_at_the_desk()
    {
        await app.MemberAsync("ana_claims");
        using var mira = await app.SignedInAsync("mira_confirms", Duties.Editor);
        var slug = await app.StoryByAsync("ana_claims", story => story.Claim(EvidenceStanding.Tested, "We predicted and counted.", story.Author, DateTimeOffset.UtcNow));
        var desk = await mira.OpenAsync("/admin/standings");
        var step = await app.InDbAsync(db => db.Stories.Where(s => s.Slug == slug).Select(s => s.Steps.Single().Id).SingleAsync(Stop));

        await mira.SendAsync("/admin/standings", desk.Fields(), ("step", step.ToString()));

        Assert.Equal(EvidenceStanding.Tested, await app.InDbAsync(db => db.Stories.Where(s => s.Slug == slug).Select(s => s.Standing).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_featured_story_has_a_last_day_within_a_year()
    {
        await app.MemberAsync("ana_featured");
        using var mira = await app.SignedInAsync("mira_features", Duties.Editor);
        var slug = await app.StoryByAsync("ana_featured");
        var id = await app.InDbAsync(db => db.Stories.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync(Stop));
        var desk = await mira.OpenAsync("/admin/featured");
        Task<Answer> FeatureAsync(DateTimeOffset until) => mira.SendAsync("/admin/featured?handler=Feature", desk.Fields(), ("id", id.ToString()), ("until", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FeatureAsync(DateTimeOffset.UtcNow.AddDays(-2))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FeatureAsync(DateTimeOffset.UtcNow.AddYears(3))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FeatureAsync(DateTimeOffset.MaxValue)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await FeatureAsync(DateTimeOffset.UtcNow.AddDays(20))).Status);
        Assert.Contains(DateTimeOffset.UtcNow.AddDays(20).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), (await mira.OpenAsync("/admin/featured")).Body, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.Stories.AnyAsync(s => s.Id == id && s.Featuring != null, Stop)));
    }

    [Fact]
    public async Task A_suspended_member_is_signed_out_and_told_why_nothing_works()
    {
        using var joe = await app.SignedInAsync("joe_spams");
        using var lee = await app.SignedInAsync("lee_runs_it", Duties.Administrator);
        var id = await app.InDbAsync(db => db.Members.Where(m => m.Handle == "joe_spams").Select(m => m.Id).SingleAsync(Stop));
        var desk = await lee.OpenAsync("/admin/members?q=joe_spams");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lee.SendAsync("/admin/members?handler=Suspend", desk.Fields(), ("id", id.ToString()), ("why", ""))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await lee.SendAsync("/admin/members?handler=Suspend", desk.Fields(), ("id", id.ToString()), ("why", "Advertising"))).Status);

        await UntilAsync(async () => (await joe.OpenAsync("/notifications")).Status == HttpStatusCode.Redirect);
        await lee.SendAsync("/admin/members?handler=Reinstate", desk.Fields(), ("id", id.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.SignInAsync("joe_spams@example.org")).Status);
    }

    [Fact]
    public async Task An_event_that_was_set_aside_is_listed_and_tried_again()
    {
        using var lee = await app.SignedInAsync("lee_retries", Duties.Administrator);
        var number = await app.InDbAsync(async db =>
        {
            var last = await db.Events.OrderByDescending(e => e.Number).FirstAsync(Stop);
            var parked = new ParkedEvent { Consumer = "notifications", Number = last.Number, SubjectId = last.SubjectId };
            for (var tries = 0; tries < ParkedEvent.MostAttempts; tries++)
                parked.Failed(new TimeoutException(), DateTimeOffset.UtcNow);
            db.ParkedEvents.Add(parked);
            await db.SaveChangesAsync(Stop);
            return last.Number;
        });
        var desk = await lee.OpenAsync("/admin/events");
        Assert.Contains(nameof(TimeoutException), desk.Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await lee.SendAsync("/admin/events", desk.Fields(), ("consumer", "notifications"), ("number", $"{number}"))).Status);

        await UntilAsync(() => app.InDbAsync(async db => !await db.ParkedEvents.AnyAsync(p => p.Number == number, Stop)));
    }

    [Fact]
    public async Task A_letter_that_was_set_aside_is_shown_to_administrators_who_can_try_it_again()
    {
        using var lee = await app.SignedInAsync("lee_mails", Duties.Administrator);
        var letter = new QueuedMail { Kind = "NoAccount", Language = "en", Address = "late@example.org", At = DateTimeOffset.UtcNow.AddDays(-4), Values = new() { ["Link"] = "http://localhost/account/register" } };
        letter.Failed("SmtpException", DateTimeOffset.UtcNow);
        await app.InDbAsync(async db =>
        {
            db.OutgoingMails.Add(letter);
            return await db.SaveChangesAsync(Stop);
        });

        var desk = await lee.OpenAsync("/admin/mail");
        Assert.Contains("late@example.org", desk.Body, StringComparison.Ordinal);
        Assert.Contains("SmtpException", desk.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await lee.SendAsync("/admin/mail", desk.Fields(), ("id", letter.Id.ToString()))).Status);

        Assert.Contains("late@example.org", await app.LetterAsync("late@example.org"), StringComparison.Ordinal);
        Assert.DoesNotContain("late@example.org", (await lee.OpenAsync("/admin/mail")).Body, StringComparison.Ordinal);
    }
}
