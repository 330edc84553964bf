using System.Net;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Rooms;
using HealthDoers.Tests.Web.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Teams;

public sealed class SqliteTeamTests(WebApp app) : TeamTests(app), IClassFixture<WebApp>;

public sealed class PostgreSqlTeamTests(PostgreSqlWebApp app) : TeamTests(app), IClassFixture<PostgreSqlWebApp>;

public abstract class TeamTests(WebApp app)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_is_founded_grows_by_yes_meets_in_its_room_and_stands_on_the_profiles()
    {
        var (ana, joe, kim, sam) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"), await app.PersonAsync("sam"));
        var (maywood, algoma) = (await CommunityAsync(ana, "Maywood"), await CommunityAsync(joe, "Algoma"));

        var team = await FoundAsync(ana, maywood, "Garden neighbours");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(joe.Http).OpenAsync($"{team}/manage")).Status);
        var asked = await PostAsync(ana, $"{team}/manage?handler=Ask", ("Asked.Community", $"https://example.org/communities/{algoma}"), ("Asked.Part", "Mentor"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(ana, $"{team}/manage?handler=Coach", ("Coach.Handle", "@" + kim.Member.Handle))).Status);

        await app.ToldAsync(joe, "asks your community to join the team");
        await app.ToldAsync(kim, "asks you to coach the team");
        Assert.DoesNotContain("Algoma", (await new Browser(sam.Http).OpenAsync(team)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(sam.Http).OpenAsync($"{team}/answer")).Status);
        var place = (await new Browser(joe.Http).OpenAsync($"{team}/answer")).Page.QuerySelector("input[name=place]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(sam, $"{team}/answer?handler=Accept", ("place", place))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(joe, $"{team}/answer?handler=Accept", ("place", place))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(kim, $"{team}/answer?handler=Coach")).Status);

        var page = await new Browser(sam.Http).OpenAsync(team);
        Assert.Contains("Algoma", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".notice ul")); // nothing is missing
        Assert.Contains("Garden neighbours", (await new Browser(sam.Http).OpenAsync($"/communities/{algoma}")).Page.QuerySelector("#teams ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Garden neighbours", (await new Browser(sam.Http).OpenAsync("/teams")).Body, StringComparison.Ordinal);

        // The coach and the people of its communities come in by themselves, everybody else asks.
        var room = await RoomOfAsync(team);
        foreach (var person in new[] { joe, kim })
            Assert.Equal($"/rooms/{room}", (await JoinAsync(person, room)).Goes);
        Assert.Equal($"/rooms/{room}/join", (await JoinAsync(sam, room)).Goes);
        var parts = await app.InDbAsync(db => db.RoomMemberships.Where(m => db.Rooms.Any(r => r.Id == m.RoomId && r.Slug == room) && m.State == RoomMembershipState.Joined).ToDictionaryAsync(m => m.MemberId, m => m.Parts, Stop));
        Assert.Equal((RoomParts.Pacesetter, RoomParts.Mentor, RoomParts.Coach), (parts[ana.Member.Id], parts[joe.Member.Id], parts[kim.Member.Id]));

        // A community that goes takes its people out of the room.
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(joe, $"{team}/answer?handler=Leave", ("place", place))).Status);
        Assert.False(await app.InDbAsync(db => db.RoomMemberships.AnyAsync(m => m.MemberId == joe.Member.Id && db.Rooms.Any(r => r.Id == m.RoomId && r.Slug == room), Stop)));
        Assert.NotNull((await new Browser(sam.Http).OpenAsync(team)).Page.QuerySelector(".notice ul"));
    }

    [Fact]
    public async Task A_sixth_pacesetter_and_a_second_mentor_are_refused_with_the_reason()
    {
        var ana = await app.PersonAsync("ana");
        var team = await FoundAsync(ana, await CommunityAsync(ana, "First"), "Full house");
        for (var n = 0; n < 4; n++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(ana, $"{team}/manage?handler=Ask", ("Asked.Community", await CommunityAsync(ana, $"More {n}")), ("Asked.Part", "Pacesetter"))).Status);

        var sixth = await PostAsync(ana, $"{team}/manage?handler=Ask", ("Asked.Community", await CommunityAsync(ana, "Sixth")), ("Asked.Part", "Pacesetter"));
        Assert.Equal(HttpStatusCode.Conflict, sixth.Status);
        Assert.Contains("five pacesetter communities at most", sixth.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(ana, $"{team}/manage?handler=Ask", ("Asked.Community", await CommunityAsync(ana, "Mentor")), ("Asked.Part", "Mentor"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(ana, $"{team}/manage?handler=Ask", ("Asked.Community", await CommunityAsync(ana, "Second")), ("Asked.Part", "Mentor"))).Status);
    }

    [Fact]
    public async Task Whoever_looks_after_no_community_founds_no_team_and_a_form_keeps_what_was_typed()
    {
        var (ana, joe) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"));
        var maywood = await CommunityAsync(ana, "Typed");

        var refused = await PostAsync(ana, "/teams/new", ("Of", maywood), ("Part", "Pacesetter"), ("Input.Name", "Kept words"), ("Input.Bond", "Focus"), ("Input.Shares", " "), ("Input.Support", "Free"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kept words"), (refused.Status, refused.Page.QuerySelector("#Input_Name")!.GetAttribute("value")));
        Assert.NotNull(refused.Wrong("Input.Shares"));
        var ofOthers = await PostAsync(joe, "/teams/new", ("Of", maywood), ("Part", "Pacesetter"), ("Input.Name", "Not mine"), ("Input.Bond", "Focus"), ("Input.Shares", "Food"), ("Input.Support", "Free"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ofOthers.Status);
        Assert.Null((await new Browser(joe.Http).OpenAsync("/teams/new")).Page.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task A_coach_who_is_erased_leaves_a_team_that_looks_for_one()
    {
        var (ana, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("kim"));
        var team = await FoundAsync(ana, await CommunityAsync(ana, "Left"), "Coachless");
        await PostAsync(ana, $"{team}/manage?handler=Coach", ("Coach.Handle", kim.Member.Handle));
        await PostAsync(kim, $"{team}/answer?handler=Coach");

        await app.EraseAsync(kim.Member.Id);

        Assert.Contains("looks for a coach", (await new Browser(ana.Http).OpenAsync(team)).Body, StringComparison.Ordinal);
    }

    async Task<string> CommunityAsync(Person steward, string name)
    {
        var slug = $"c-{Guid.NewGuid():N}"[..20];
        await app.InDbAsync(async db =>
        {
            db.Attach(steward.Member);
            db.Listings.Add(Listing.Founded(ListingKind.Community, new() { Words = new() { ["en"] = new() { Name = $"{name} {slug}", Summary = "A place" } } }, slug, steward.Member, DateTimeOffset.UtcNow));
            await db.SaveChangesAsync(Stop);
            db.ListingSlugs.Add(new(slug, (await db.Listings.SingleAsync(l => l.Slug == slug, Stop)).Id));
            return await db.SaveChangesAsync(Stop);
        });
        return slug;
    }

    /// <returns>The address of the team.</returns>
    static async Task<string> FoundAsync(Person by, string community, string name)
    {
        var founded = await PostAsync(by, "/teams/new", ("Of", community), ("Part", "Pacesetter"), ("Input.Name", $"{name} {Guid.NewGuid():N}"[..40]), ("Input.Bond", "Focus"), ("Input.Shares", "We grow food in town"), ("Input.Support", "Coached"));
        Assert.Equal(HttpStatusCode.SeeOther, founded.Status);
        return founded.Goes!.Replace("/manage", "", StringComparison.Ordinal);
    }

    static Task<Answer> PostAsync(Person who, string path, params (string Field, string Value)[] typed) => new Browser(who.Http).SendAsync(path, [], typed);

    static async Task<Answer> JoinAsync(Person who, string room) => await new Browser(who.Http).FillFirstAsync($"/rooms/{room}/join", ("Input.Agreed", "true"), ("Input.Words", "Let me in"));

    Task<string> RoomOfAsync(string team)
    {
        var slug = team.Split('/')[^1];
        return app.InDbAsync(db => db.Rooms.Where(r => db.PeerTeams.Any(t => t.Slug == slug && t.RoomId == r.Id)).Select(r => r.Slug).SingleAsync(Stop));
    }
}
