using System.Net;
using System.Text;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Mail.Inbound;

/// <summary>The program with a domain that answers go to, and a secret for the hook.</summary>
public sealed class InboundApp : WebApp
{
    public const string Secret = "a-secret-of-the-provider";

    public InboundApp()
    {
        Settings["Mail:Inbound:Domain"] = "reply.example.org";
        Settings["Mail:Inbound:Secret"] = Secret;
        Settings["Mail:Inbound:MostBytes"] = "200000";
    }
}

public sealed class InboundMailTests(InboundApp app) : IClassFixture<InboundApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_answered_by_mail_and_the_answer_stands_under_the_story_once()
    {
        var (ana, address) = await ToldAsync("ana_answers", "joe_comments");
        Assert.True(address.IndexOf('@') <= 64);
        var answer = Letter(ana, address, "Come and see, any Tuesday.\n\nOn Monday HealthDoers wrote:\n> Hello");
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(answer));
        await Eventually.UntilAsync(() => SaidAsync(ana, "Come and see, any Tuesday."));
        // The same letter again, by the folder this time: it stays one.
        await DropAsync(answer);
        await Eventually.UntilAsync(() => Task.FromResult(!Directory.EnumerateFiles(In, "*.eml").Any()));
        Assert.Equal(1, await app.InDbAsync(db => db.Comments.CountAsync(c => c.AuthorId == ana.Id && c.AnsweringId != null, Stop)));
    }

    [Fact]
    public async Task What_is_not_certain_to_be_the_members_posts_nothing_and_is_not_answered()
    {
        var (ana, address) = await ToldAsync("ana_doubts", "joe_doubts");
        var forged = address[..20] + (address[20] == 'a' ? 'b' : 'a') + address[21..];
        var letters = new[]
        {
            Letter("eve@example.org", address, "I am not her"),
            Letter(ana, forged, "Broken signature"),
            Letter(ana, address.Replace("reply+", "hello+", StringComparison.Ordinal), "Somewhere else"),
            Letter(ana, address, "I am away until Monday", "Auto-Submitted: auto-replied\r\n"),
            Letter(ana, address, "Out of office", "X-Auto-Response-Suppress: All\r\n"),
            Letter(ana, address, "To all of us", "Precedence: list\r\n"),
            Letter($"{ana.Address}, eve@example.org", address, "Of two"),
        };
        var before = await OutcomesAsync();
        foreach (var letter in letters)
            Assert.Equal(HttpStatusCode.Accepted, await SendAsync(letter));
        await Eventually.UntilAsync(async () => await OutcomesAsync() >= before + letters.Length);
        Assert.False(await app.InDbAsync(db => db.Comments.AnyAsync(c => c.AuthorId == ana.Id, Stop)));
        Assert.False(await app.InDbAsync(db => db.OutgoingMails.AnyAsync(m => m.MemberId == ana.Id && m.Kind == "ReplyRefused", Stop)));
    }

    [Fact]
    public async Task A_member_whose_answer_cannot_be_posted_is_told_why_with_their_words_in_it()
    {
        var (ana, address) = await ToldAsync("ana_long", "joe_long");
        await SendAsync(Letter(ana, address, "Long ago.\r\n" + new string('x', 6000)));
        Assert.Contains("longer than 5,000 characters", (await app.LetterAsync(ana.Address, "Long ago.")).Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var (bo, other) = await ToldAsync("bo_silent", "joe_silent");
        await SendAsync(Letter(bo, other, "> only a quote"));
        Assert.Contains("no words of yours", await app.LetterAsync(bo.Address, "could not post"), StringComparison.Ordinal);

        var (cy, third) = await ToldAsync("cy_large", "joe_large");
        await SendAsync(Letter(cy, third, new string('y', 300_000)));
        Assert.Contains("larger than we can take", await app.LetterAsync(cy.Address, "could not post"), StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Comments.AnyAsync(c => c.AuthorId == ana.Id || c.AuthorId == bo.Id || c.AuthorId == cy.Id, Stop)));
    }

    [Fact]
    public async Task Files_stay_behind_and_their_sender_hears_it()
    {
        var (ana, address) = await ToldAsync("ana_files", "joe_files");
        await SendAsync($"""
            From: {ana.Address}
            To: {address}
            Message-ID: <{Guid.NewGuid():N}@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="m"

            --m
            Content-Type: text/html; charset=utf-8

            <p>Here is the plan.</p>
            --m
            Content-Type: application/pdf; name="plan.pdf"
            Content-Disposition: attachment; filename="plan.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0=
            --m--
            """);
        await Eventually.UntilAsync(() => SaidAsync(ana, "Here is the plan."));
        await app.LetterAsync(ana.Address, "without its files");
    }

    [Fact]
    public async Task A_message_in_a_private_room_is_answered_in_its_topic_by_those_who_may_read_it()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        await ConfirmAsync(joe.Member);
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        await ana.PostAsync(room, new { clientId = Guid.NewGuid(), body = $"Can you look, @{joe.Member.Handle}?", topic = "Water" });
        var told = await TellingAsync(joe.Member.Id, NotificationKind.RoomMessage);
        var address = await app.Services.GetRequiredService<ReplyAddress>().ForAsync(told, Stop);
        await SendAsync(Letter($"{joe.Member.Handle}@example.org", address!, "I will on Friday."));
        await Eventually.UntilAsync(() => app.InDbAsync(db => db.Messages.AnyAsync(m => m.AuthorId == joe.Member.Id && m.Body == "I will on Friday." && m.Topic == "Water" && m.ReplyToSeq == 1, Stop)));

        await app.InDbAsync(async db =>
        {
            var open = await db.Rooms.Include(r => r.Memberships).SingleAsync(r => r.Slug == room, Stop);
            open.Remove(open.Memberships.Single(m => m.MemberId == joe.Member.Id), "Enough", ana.Member, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });
        await SendAsync(Letter($"{joe.Member.Handle}@example.org", address!, "And once more."));
        await app.LetterAsync($"{joe.Member.Handle}@example.org", "And once more.");
        Assert.False(await app.InDbAsync(db => db.Messages.AnyAsync(m => m.Body == "And once more.", Stop)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_set_aside_and_seen_by_an_administrator()
    {
        using var mira = await app.SignedInAsync("mira_mail", Duties.Administrator);
        await DropAsync("\0\u0001 no letter at all");
        await Eventually.UntilAsync(async () => (await mira.OpenAsync("/admin/mail")).Body.Contains("no letter that can be read", StringComparison.Ordinal));
        await Eventually.UntilAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(In, "set-aside")).Any()));
        var page = await mira.OpenAsync("/admin/mail");
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync("/admin/mail?handler=CameIn", page.Fields(), ("again", "false"))).Status);
        await Eventually.UntilAsync(() => Task.FromResult(!Directory.EnumerateFiles(Path.Combine(In, "set-aside")).Any()));
    }

    [Fact]
    public async Task Letters_that_never_arrive_make_mail_rest_until_the_member_tries_again()
    {
        var (ana, _) = await ToldAsync("ana_gone", "joe_gone");
        await Eventually.UntilAsync(() => app.InDbAsync(db => db.OutgoingMails.AnyAsync(m => m.MemberId == ana.Id && m.SentAt != null, Stop)));
        var id = await app.InDbAsync(db => db.OutgoingMails.Where(m => m.MemberId == ana.Id && m.SentAt != null).Select(m => m.Id).FirstAsync(Stop));
        var about = app.Services.GetRequiredService<MailSettings>().MessageId(id);
        await SendAsync(Bounce("<not-ours@example.org>", "5.1.1"));
        await SendAsync(Bounce(about, "4.2.2"));
        for (var n = 0; n < MailTrouble.MostHard; n++)
            await SendAsync(Bounce(about, "5.1.1"));
        await Eventually.UntilAsync(async () => (await ana.Browser.OpenAsync("/notifications")).Body.Contains("Mail to you does not arrive", StringComparison.Ordinal));
        Assert.Equal(MailTrouble.MostHard, await app.InDbAsync(db => db.MailTroubles.Where(t => t.MemberId == ana.Id).Select(t => t.Hard).SingleAsync(Stop)));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.Browser.FillAsync("/notifications/mail-again")).Status);
        Assert.DoesNotContain("Mail to you does not arrive", (await ana.Browser.OpenAsync("/notifications")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hook_opens_to_its_secret_alone()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("From: a@example.org\n\nHi", "wrong"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("From: a@example.org\n\nHi", ""));
    }

    [Fact]
    public async Task A_reply_address_ends_with_its_day_and_belongs_to_one_notification()
    {
        var (ana, address) = await ToldAsync("ana_token", "joe_token");
        var told = await TellingAsync(ana.Id, NotificationKind.Comment);
        var (other, _) = await ToldAsync("bo_token", "cy_token");
        var replies = app.Services.GetRequiredService<ReplyAddress>();
        var token = replies.Read(address.ToUpperInvariant())!;
        Assert.Equal(told.Id, token.NotificationId);
        Assert.Equal(ReplyVerdict.Right, await replies.JudgeAsync(token, told, Stop));
        Assert.Equal(ReplyVerdict.Forged, await replies.JudgeAsync(token, await TellingAsync(other.Id, NotificationKind.Comment), Stop));
        Assert.Equal(ReplyVerdict.Forged, await replies.JudgeAsync(token, null, Stop));
        var late = new ReplyAddress(app.Services.GetRequiredService<InboundSettings>(), app.Services.GetRequiredService<KeptKeys>(), new Later(ReplyAddress.Lasts + TimeSpan.FromDays(2)));
        Assert.Equal(ReplyVerdict.TooOld, await late.JudgeAsync(token, told, Stop));
        Assert.Null(replies.Read(address.Replace("reply.example.org", "example.org", StringComparison.Ordinal)));
    }

    string In => Path.Combine(app.Folder, "mail", "in");

    /// <summary>Somebody whose story was commented on, and the address at which their letter is answered.</summary>
    async Task<(Teller Ana, string Address)> ToldAsync(string handle, string commenter)
    {
        var ana = await app.SignedInAsync(handle);
        using var joe = await app.SignedInAsync(commenter);
        var slug = await app.StoryByAsync(handle);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/stories/{slug}/comment", ("Input.Body", "How do you pay for it?"))).Status);
        var letter = await app.LetterAsync($"{handle}@example.org", "Reply-To: ");
        Assert.Contains("Write your answer above this line", letter, StringComparison.Ordinal);
        var id = await app.InDbAsync(db => db.Members.Where(m => m.Handle == handle).Select(m => m.Id).SingleAsync(Stop));
        return (new(id, $"{handle}@example.org", ana), letter.Split("\r\n").Single(l => l.StartsWith("Reply-To: ", StringComparison.Ordinal))["Reply-To: ".Length..]);
    }

    async Task<Notification> TellingAsync(Guid memberId, NotificationKind kind)
    {
        await Eventually.UntilAsync(() => app.InDbAsync(db => db.Notifications.AnyAsync(n => n.MemberId == memberId && n.Kind == kind, Stop)));
        return await app.InDbAsync(db => db.Notifications.AsNoTracking().FirstAsync(n => n.MemberId == memberId && n.Kind == kind, Stop));
    }

    Task<int> ConfirmAsync(Member member) => app.InDbAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == member.Id, Stop);
        (account.EmailConfirmed, account.NormalizedEmail) = (true, account.Email!.ToUpperInvariant());
        return await db.SaveChangesAsync(Stop);
    });

    Task<bool> SaidAsync(Teller who, string words) => app.InDbAsync(db => db.Comments.AnyAsync(c => c.AuthorId == who.Id && c.Body == words, Stop));

    Task<int> OutcomesAsync() => app.InDbAsync(db => db.InboundLetters.CountAsync(l => l.Outcome == InboundOutcome.Refused || l.Outcome == InboundOutcome.Ignored, Stop));

    async Task<HttpStatusCode> SendAsync(string letter, string secret = InboundApp.Secret)
    {
        using var http = app.Visitor();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(letter));
        http.DefaultRequestHeaders.Add("X-Mail-Secret", secret);
        using var answer = await http.PostAsync(new Uri("/mail/inbound", UriKind.Relative), content, Stop);
        return answer.StatusCode;
    }

    async Task DropAsync(string letter)
    {
        Directory.CreateDirectory(In);
        await File.WriteAllTextAsync(Path.Combine(In, $"{Guid.NewGuid():N}.eml"), letter, Stop);
    }

    static string Letter(Teller from, string to, string words, string headers = "") => Letter(from.Address, to, words, headers);

    static string Letter(string from, string to, string words, string headers = "") =>
        $"From: {from}\r\nTo: HealthDoers <{to}>\r\nSubject: Re: A comment\r\nMessage-ID: <{Guid.NewGuid():N}@example.org>\r\n{headers}Content-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n";

    static string Bounce(string about, string status) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.org
        To: no-reply@localhost
        Message-ID: <{Guid.NewGuid():N}@mx.example.org>
        Content-Type: multipart/report; report-type=delivery-status; boundary="r"

        --r
        Content-Type: text/plain

        It did not arrive.
        --r
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; somebody@example.org
        Action: failed
        Status: {status}
        --r
        Content-Type: text/rfc822-headers

        From: no-reply@localhost
        Message-ID: {about}
        --r--
        """;

    sealed record Teller(Guid Id, string Address, Browser Browser);

    sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
