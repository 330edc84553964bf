using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Notifying;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Notifying;

public sealed class NotifierTests
{
    [Theory]
    [InlineData(Origin.Person, 1)]
    [InlineData(Origin.Import, 0)]
    [InlineData(Origin.Demo, 0)]
    public async Task Followers_hear_of_what_people_publish_and_not_of_what_was_brought_in(Origin origin, int told)
    {
        await using var db = await Db.SqliteAsync();
        var (joe, author) = (DomainPeople.Joe(), Member.Invented("somebody", "Somebody", origin, DomainPeople.Monday));
        var story = DomainPeople.GardenBy(author);
        await using (var context = db.CreateDbContext())
        {
            context.AddRange(joe, author, story, new Follow(joe.Id, FollowedKind.Member, author.Id, DomainPeople.Monday));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await new Notifier(db, db.Clock).HandleAsync([new RaisedEvent(1, DomainPeople.Monday, new StoryPublished(story.Id))], TestContext.Current.CancellationToken);

        await using var look = db.CreateDbContext();
        Assert.Equal(told, await look.Notifications.CountAsync(n => n.MemberId == joe.Id, TestContext.Current.CancellationToken));
    }
}
