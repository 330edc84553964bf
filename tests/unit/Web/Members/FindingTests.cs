using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Data;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Members;

public sealed class FindingTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One rule: whoever may not see where somebody is does not find them by it either.</summary>
    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Nobody_is_found_by_what_the_viewer_may_not_see(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var viewers = new Member?[] { null, DomainPeople.Joe(), DomainPeople.Editor() };
        var members = new List<Member>();
        foreach (var seenBy in Enum.GetValues<Audience>())
            foreach (var where in Enum.GetValues<Audience>())
            {
                var member = new Member($"who_{seenBy}_{where}".ToLowerInvariant(), "Somebody", DomainPeople.Monday);
                member.Describe(new() { Place = "Maywood, Illinois", Skills = ["LE"], Roles = [CommunityRole.Coach], Topics = ["food-access"], SeenBy = seenBy, WhereSeenBy = where });
                members.Add(member);
            }
        await using (var fill = database.CreateDbContext())
        {
            fill.AddRange(members);
            fill.AddRange(viewers.OfType<Member>());
            await fill.SaveChangesAsync(Stop);
        }

        await using var db = database.CreateDbContext();
        foreach (var viewer in viewers)
        {
            var visible = members.AsQueryable().Listed().VisibleTo(viewer).ToList();
            var at = await db.Members.Listed().VisibleTo(viewer).At("maywood", viewer).Select(m => m.Handle).ToListAsync(Stop);
            Assert.Equal(visible.Where(m => m.ShowsWhereTo(viewer)).Select(m => m.Handle).Order(), at.Order());
            var skilled = await db.Members.Listed().VisibleTo(viewer).WithSkill("LE").WithRole(CommunityRole.Coach).CaringAbout("food-access").Select(m => m.Handle).ToListAsync(Stop);
            Assert.Equal(visible.Select(m => m.Handle).Order(), skilled.Order());
            Assert.Empty(await db.Members.WithSkill("LW").ToListAsync(Stop));
            Assert.Empty(await db.Members.CaringAbout("food").ToListAsync(Stop));
        }
    }
}
