using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Stories.Writing;

public sealed class ConsentsAndFeaturingTests(WebApp app, PostgreSqlServer server) : IClassFixture<WebApp>
{
    static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_consent_that_ends_withdraws_the_story_by_itself_once_however_many_nodes_look(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        var (due, holds) = (await StoryAsync(db, "due", until: Yesterday), await StoryAsync(db, "holds", until: DateTimeOffset.UtcNow.AddDays(1)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => NodeOf(db).RunOnceAsync(Stop), Stop)));
        await NodeOf(db).RunOnceAsync(Stop);

        await using var look = db.CreateDbContext();
        Assert.Equal(WithdrawalReason.ConsentEnded, (await look.Stories.SingleAsync(s => s.Id == due.Id, Stop)).Withdrawal?.Reason);
        Assert.True((await look.Stories.SingleAsync(s => s.Id == holds.Id, Stop)).IsPublic);
        Assert.Equal(due.Id, (await look.Events.SingleAsync(e => e.Type == nameof(StoryWithdrawn), Stop)).SubjectId);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Featuring_that_ends_is_taken_from_the_home_page_once_however_many_nodes_look(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        var (due, holds) = (await StoryAsync(db, "due"), await StoryAsync(db, "holds"));
        await using (var context = db.CreateDbContext())
        {
            (await context.Stories.SingleAsync(s => s.Id == due.Id, Stop)).Feature(DomainPeople.Editor(), Yesterday.AddDays(-1), Yesterday);
            (await context.Stories.SingleAsync(s => s.Id == holds.Id, Stop)).Feature(DomainPeople.Editor(), Yesterday, DateTimeOffset.UtcNow.AddDays(1));
            await context.SaveChangesAsync(Stop);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => NodeOf(db).RunOnceAsync(Stop), Stop)));
        await NodeOf(db).RunOnceAsync(Stop);

        await using var look = db.CreateDbContext();
        Assert.Equal(holds.Id, (await look.Stories.SingleAsync(s => s.Featuring != null, Stop)).Id);
        // The change is what tells the cache of the home page.
        Assert.Equal(due.Id, (await look.Events.SingleAsync(e => e.Type == nameof(StoryChanged), Stop)).SubjectId);
    }

    [Fact]
    public async Task The_author_is_told_when_a_consent_that_ended_withdrew_their_story()
    {
        using var ana = await Author.InAsync(app);
        var path = await ana.PublishAsync("Marta named her soup");
        var id = await app.InDbAsync(async db =>
        {
            var story = await db.Stories.SingleAsync(s => s.AuthorId == ana.Member.Id, Stop);
            db.Add(story.Record("Marta", ConsentTo.BeNamed, Yesterday.AddDays(-9), Yesterday));
            await db.SaveChangesAsync(Stop);
            return story.Id;
        });

        await app.Services.GetServices<IHostedService>().OfType<ConsentsAndFeaturing>().Single().RunOnceAsync(Stop);

        var told = await ToldAsync(ana.Member.Id);
        Assert.Equal((NotificationKind.StoryWithdrawn, NotificationReason.YourStory, id), (told.Kind, told.Reason, told.SubjectId));
        Assert.Contains("Marta named her soup", (await ana.ReadAsync("/notifications")).Body!.TextContent);
        using var visitor = app.Visitor();
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(path, Stop)).StatusCode);
    }

    /// <summary>Consumers are woken by a signal, so this is the time of a few polls.</summary>
    async Task<Notification> ToldAsync(Guid memberId)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await app.InDbAsync(db => db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.MemberId == memberId, late.Token)) is { } told)
                return told;
            await Task.Delay(50, late.Token);
        }
    }

    static ConsentsAndFeaturing NodeOf(Db db) => new(db, db.Clock, NullLogger<ConsentsAndFeaturing>.Instance);

    static async Task<Story> StoryAsync(Db db, string slug, DateTimeOffset? until = null)
    {
        var ana = new HealthDoers.Domain.Members.Member($"ana_{slug}", "Ana", DomainPeople.Monday);
        var story = new Story(ana, DomainPeople.Garden(slug), slug, DomainPeople.Monday);
        await using var context = db.CreateDbContext();
        context.AddRange(ana, story);
        await context.SaveChangesAsync(Stop);
        if (until is not null)
            context.Add(story.Record("Marta", ConsentTo.BeNamed, DomainPeople.Monday, until));
        story.ForgetRaised();
        await context.SaveChangesAsync(Stop);
        return story;
    }
}
