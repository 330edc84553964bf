using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Notifying;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Notifying;

/// <summary>One story, and everybody who hears of it by their own rules.</summary>
public sealed class TellingTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Each_hears_in_their_own_way_once_by_the_first_reason_that_they_want_to_hear_of(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        var ana = DomainPeople.Ana();
        var food = new Hub(HubKind.Topical, "food", new() { ["en"] = new("Food", "To eat well", []) }, new(["food-access"], []), DomainPeople.Monday);
        var story = DomainPeople.GardenBy(ana);
        var (usual, byMail, muted, choosy, silent) = (Somebody("usual"), Somebody("by_mail"), Somebody("muted"), Somebody("choosy"), Somebody("silent"));
        await SaveAsync(db, ana, food, story, usual, byMail, muted, choosy, silent,
            Follows(usual, FollowedKind.Hub, food.Id), Follows(usual, FollowedKind.Member, ana.Id),
            Follows(byMail, FollowedKind.Hub, food.Id), new NotificationSettings(byMail.Id, NotificationRules.Usual.With(NotificationGroup.Follows, Way.Mail)),
            Follows(muted, FollowedKind.Hub, food.Id), new NotificationSettings(muted.Id, NotificationRules.Usual.With(new Subject(SubjectKind.Hub, food.Id), Way.Nowhere)),
            // By its author only what has results, which it does not have: by the hub it comes all the same.
            Follows(choosy, FollowedKind.Member, ana.Id, new() { AtLeast = EvidenceStanding.BrightSpot }), Follows(choosy, FollowedKind.Hub, food.Id, new() { Word = "famil" }),
            Follows(silent, FollowedKind.Hub, food.Id, new() { Language = "es" }));

        await PublishedAsync(db, story);
        await PublishedAsync(db, story); // a restart hands the event out again

        await using var look = db.CreateDbContext();
        var told = await look.Notifications.ToDictionaryAsync(n => n.MemberId, Stop);
        Assert.Equal(new[] { usual.Id, byMail.Id, choosy.Id }.Order(), told.Keys.Order());
        Assert.Equal((NotificationReason.YouFollowMember, ana.Id), (told[usual.Id].Reason, told[usual.Id].ViaId));
        Assert.Equal((NotificationReason.YouFollowHub, food.Id), (told[choosy.Id].Reason, told[choosy.Id].ViaId));
        Assert.NotNull(told[usual.Id].DigestAt);
        Assert.Null(told[byMail.Id].DigestAt);
        var mail = await look.OutgoingMails.SingleAsync(Stop);
        Assert.Equal((told[byMail.Id].Id, byMail.Id), (mail.Id, mail.MemberId));
        Assert.Empty(mail.Values);
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Twelve_hundred_followers_are_told_in_commits_of_at_most_five_hundred_rows(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        var ana = DomainPeople.Ana();
        var story = DomainPeople.GardenBy(ana);
        var followers = Enumerable.Range(0, 1_200).Select(i => Somebody($"follower_{i}")).ToList();
        await SaveAsync(db, [ana, story, .. followers, .. followers.Select(f => Follows(f, FollowedKind.Member, ana.Id)),
            .. followers.Take(300).Select(f => new NotificationSettings(f.Id, NotificationRules.Usual.With(NotificationGroup.Follows, Way.Mail)))]);

        await PublishedAsync(db, story);

        await using var look = db.CreateDbContext();
        Assert.Equal((1_200, 300), (await look.Notifications.CountAsync(Stop), await look.OutgoingMails.CountAsync(Stop)));
        var commits = (await look.Events.Where(e => e.Type == nameof(MembersNotified)).ToListAsync(Stop)).ConvertAll(e => (MembersNotified)e.Read()!.What);
        var mailed = await look.OutgoingMails.Select(m => m.MemberId!.Value).ToHashSetAsync(Stop);
        var rows = commits.ConvertAll(c => followers.Where(f => f.Id.CompareTo(c.From) >= 0 && f.Id.CompareTo(c.To) <= 0).Sum(f => mailed.Contains(f.Id) ? 2 : 1));
        Assert.Equal(1_500, rows.Sum());
        Assert.All(rows, told => Assert.InRange(told + 1, 2, Telling.RowsPerCommit));
    }

    static Member Somebody(string handle) => new(handle, handle, DomainPeople.Monday);

    static Follow Follows(Member member, FollowedKind kind, Guid target, OnlyIf? only = null)
    {
        var follow = new Follow(member.Id, kind, target, DomainPeople.Monday);
        follow.Narrow(only);
        return follow;
    }

    static async Task SaveAsync(Db db, params object[] things)
    {
        await using var context = db.CreateDbContext();
        context.AddRange(things);
        await context.SaveChangesAsync(Stop);
    }

    static Task PublishedAsync(Db db, Story story) => new Notifier(db, db.Clock).HandleAsync([new RaisedEvent(1, DomainPeople.Monday, new StoryPublished(story.Id))], Stop);
}
