using System.Net;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HealthDoers.Tests.Web.Ideas.IdeaSite;

namespace HealthDoers.Tests.Web.Ideas;

public sealed class AdaptingTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static (string, string)[] Plan(string who, params (string, string)[] more) =>
        [("Input.Who", who), ("Input.Place", "Maywood, Illinois"), ("Input.WhatWeChange", "In Spanish"), ("Input.Prediction", "Fewer come late."), .. more];

    [Fact]
    public async Task Who_tries_an_idea_stands_in_its_tree_below_whom_they_learned_from()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Taught"));
        var first = await app.AdaptationAsync(slug, ana, "Two Rivers");
        using var joe = await app.SignedInAsync(Handle("joe"));

        var answer = await joe.FillAsync($"/ideas/{slug}/adapt", Plan("Millbrook", ("Input.From", first.Id.ToString())));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = (await joe.OpenAsync(answer.Goes!)).Page;
        Assert.Equal("Millbrook", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector($".facts a[href='/adaptations/{first.Id}']"));
        Assert.Contains("Millbrook, Maywood, Illinois", (await joe.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline li li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.OfIdeaAsync(slug, i => i.AdaptedCount));
    }

    [Fact]
    public async Task What_is_missing_or_of_another_idea_is_refused_with_everything_typed()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var (slug, other) = (await app.IdeaByAsync(ana, Unique("One")), await app.IdeaByAsync(ana, Unique("Other")));
        var elsewhere = await app.AdaptationAsync(other, ana, "Elsewhere");
        using var joe = await app.SignedInAsync(Handle("joe"));

        var answer = await joe.FillAsync($"/ideas/{slug}/adapt", ("Input.Who", " "), ("Input.WhatWeChange", "Kept words"), ("Input.Prediction", ""), ("Input.From", elsewhere.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Wrong("Input.Who"));
        Assert.NotNull(answer.Wrong("Input.Prediction"));
        Assert.NotNull(answer.Wrong("Input.From"));
        Assert.Contains("Kept words", answer.Page.QuerySelector("[name='Input.WhatWeChange']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_presses_make_one_adaptation_and_two_people_at_once_are_both_counted()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Pressed"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        using var lee = await app.SignedInAsync(Handle("lee"));
        var (his, hers) = ((await joe.OpenAsync($"/ideas/{slug}/adapt")).Fields().ToList(), (await lee.OpenAsync($"/ideas/{slug}/adapt")).Fields().ToList());

        await Task.WhenAll(joe.SendAsync($"/ideas/{slug}/adapt", his, Plan("Joe's")), joe.SendAsync($"/ideas/{slug}/adapt", his, Plan("Joe's")), lee.SendAsync($"/ideas/{slug}/adapt", hers, Plan("Lee's")));

        Assert.Equal(2, await app.InDbAsync(db => db.Adaptations.CountAsync(a => db.Ideas.Any(i => i.Id == a.IdeaId && i.Slug == slug), Stop)));
        Assert.Equal(2, await app.OfIdeaAsync(slug, i => i.AdaptedCount));
    }

    [Fact]
    public async Task What_happened_is_told_with_numbers_and_the_prediction_stays_as_it_was()
    {
        var (slug, joe, path) = await BegunAsync();
        using (joe)
        {
            var answer = await joe.FillAsync($"{path}/tell", ("Input.Result", "Better"), ("Input.WhatHappened", "It fell."), ("Input.Numbers[0].What", "late arrivals a week"), ("Input.Numbers[0].Before", "14"), ("Input.Numbers[0].After", "9,5"), ("Input.Advice", "Ask first."));
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);

            var page = (await joe.OpenAsync(path)).Page;
            Assert.Contains("late arrivals a week: 14 to 9.5", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Ask first.", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);

            await joe.FillAsync($"{path}/change", ("Input.WhatWeChange", "In two languages"), ("Input.Prediction", "We knew it."));
            var id = Guid.Parse(path[^36..]);
            var stored = await app.InDbAsync(db => db.Adaptations.AsNoTracking().SingleAsync(a => a.Id == id, Stop));
            Assert.Equal(("In two languages", "Fewer come late."), (stored.Plan.WhatWeChange, stored.Plan.Prediction));
            Assert.Contains("Better: late arrivals a week", (await joe.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "It fell.", "1", "Input.Result")]
    [InlineData("Perfect", "It fell.", "1", "Input.Result")]
    [InlineData("Abandoned", " ", "1", "Input.WhatHappened")]
    [InlineData("Better", "It fell.", "many", "Input.Numbers[0].After")]
    [InlineData("Better", "It fell.", "", "Input.Numbers[0].After")]
    [InlineData("Better", "It fell.", "99999999999999999999999999999999", "Input.Numbers[0].After")]
    public async Task What_cannot_be_read_is_refused(string result, string happened, string after, string wrong)
    {
        var (_, joe, path) = await BegunAsync();
        using (joe)
        {
            var answer = await joe.FillAsync($"{path}/tell", ("Input.Result", result), ("Input.WhatHappened", happened), ("Input.Numbers[0].What", "people"), ("Input.Numbers[0].After", after));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.NotNull(answer.Page.QuerySelector($"[name='{wrong}'][aria-invalid=true]"));
            Assert.Equal("people", answer.Page.QuerySelector("[name='Input.Numbers[0].What']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_circle_is_not_offered_and_is_refused_when_sent()
    {
        var (slug, joe, path) = await BegunAsync();
        using (joe)
        {
            var second = (await joe.FillAsync($"/ideas/{slug}/adapt", Plan("Second", ("Input.From", path[^36..])))).Goes!;

            var form = await joe.OpenAsync($"{path}/change");
            Assert.DoesNotContain(form.Page.QuerySelectorAll("[name='Input.From'] option"), o => o.GetAttribute("value") is { Length: > 0 });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await joe.SendAsync($"{path}/change", form.Fields(), ("Input.From", second[^36..]))).Status);
        }
    }

    [Fact]
    public async Task Only_who_tries_it_or_an_editor_changes_tells_or_withdraws()
    {
        var (_, joe, path) = await BegunAsync();
        using var stranger = await app.SignedInAsync(Handle("lee"));
        joe.Dispose();

        foreach (var page in new[] { "change", "tell", "withdraw", "story" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{path}/{page}")).Status);
    }

    [Fact]
    public async Task Withdrawn_it_has_no_name_and_it_can_come_back()
    {
        var (slug, joe, path) = await BegunAsync();
        using (joe)
        {
            await joe.FillAsync($"{path}/withdraw");
            Assert.Contains("A team that withdrew", (await joe.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await joe.OpenAsync(path)).Status);

            await joe.FillAsync($"{path}/withdraw");
            Assert.Contains("Joe's team", (await joe.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Proposer_teacher_and_followers_hear_of_it_each_once()
    {
        var (ana, lee) = (await app.MemberAsync(Handle("ana")), await app.MemberAsync(Handle("lee")));
        using var mia = await app.SignedInAsync(Handle("mia"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        var slug = await app.IdeaByAsync(ana, Unique("Heard of"));
        var first = await app.AdaptationAsync(slug, lee, "Lee's");
        await mia.FillAsync($"/follow/idea/{slug}");

        var path = (await joe.FillAsync($"/ideas/{slug}/adapt", Plan("Joe's", ("Input.From", first.Id.ToString())))).Goes!;

        var adaptation = Guid.Parse(path[^36..]);
        await Eventually.UntilAsync(async () => await app.InDbAsync(db => db.Notifications.CountAsync(n => n.DetailId == adaptation, Stop)) == 3);
        var told = await app.InDbAsync(db => db.Notifications.Where(n => n.DetailId == adaptation).ToDictionaryAsync(n => n.MemberId, n => n.Reason, Stop));
        Assert.Equal((NotificationReason.YourIdea, NotificationReason.TheyLearnedFromYou), (told[ana.Id], told[lee.Id]));
        var news = await mia.OpenAsync("/notifications");
        Assert.Contains("is trying", news.Body, StringComparison.Ordinal);
        var link = news.Page.QuerySelectorAll("main a[href^='/notifications/']")[0].GetAttribute("href")!;
        Assert.Equal(path, (await mia.OpenAsync(link)).Goes);
    }

    [Fact]
    public async Task A_story_begun_from_an_adaptation_tells_it_once_it_is_published()
    {
        var (slug, joe, path) = await BegunAsync();
        using (joe)
        {
            await joe.FillAsync($"{path}/tell", ("Input.Result", "Abandoned"), ("Input.WhatHappened", "The bells left no time."));
            var draft = await joe.SendAsync($"{path}/story?handler=Write", (await joe.OpenAsync($"{path}/story")).Fields());
            var form = await joe.OpenAsync(draft.Goes!);
            Assert.Contains("Joe's team tried", form.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"), StringComparison.Ordinal);
            Assert.Contains("The bells left no time.", form.Page.QuerySelector("[name='Input.WhatChanged']")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("FailForward", form.Page.QuerySelector("[name='Input.Kind'][checked]")!.GetAttribute("value"));

            var story = (await joe.SendAsync("/stories/new", form.Fields())).Goes!;

            await Eventually.UntilAsync(async () => (await joe.OpenAsync($"/ideas/{slug}")).Page.QuerySelector($".outline a[href='{story}']") is not null);
            Assert.Single(await app.OfIdeaAsync(slug, i => i.Stories));
        }
    }

    [Fact]
    public async Task A_withdrawn_story_makes_a_node_without_a_name()
    {
        var handle = Handle("joe");
        using var joe = await app.SignedInAsync(handle);
        var slug = await app.IdeaByAsync(await app.MemberAsync(Handle("ana")), Unique("Told"));
        var path = (await joe.FillAsync($"/ideas/{slug}/adapt", Plan("Joe's team"))).Goes!;
        var story = await app.StoryByAsync(handle);
        var id = await app.InDbAsync(db => db.Stories.Where(s => s.Slug == story).Select(s => s.Id).SingleAsync(Stop));
        await joe.FillAsync($"{path}/story", ("Story", id.ToString()));
        using var visitor = app.Browser();
        Assert.Contains("Joe's team", (await visitor.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);

        await app.InDbAsync(async db =>
        {
            var stored = await db.Stories.Include(s => s.Author).SingleAsync(s => s.Id == id, Stop);
            stored.Withdraw(stored.Author, WithdrawalReason.AuthorsWish, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });

        await Eventually.UntilAsync(async () => (await visitor.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline")!.TextContent.Contains("A team that withdrew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_tried_what_a_story_tells_is_led_to_its_idea()
    {
        var handle = Handle("ana");
        using var ana = await app.SignedInAsync(handle);
        using var joe = await app.SignedInAsync(Handle("joe"));
        var story = await app.StoryByAsync(handle);
        var path = (await ana.FillAsync("/ideas/new", ("Input.Title", Unique("Led to")), ("Input.Body", "Try."), ("Input.Sources", "research"), ("Input.Stories", $"/stories/{story}"))).Goes!;

        await joe.FillAsync($"/stories/{story}/respond/we-tried-this");

        Assert.NotNull((await joe.OpenAsync($"/stories/{story}/respond/we-tried-this")).Page.QuerySelector($"a.button[href^='{path}/adapt']"));
    }

    [Fact]
    public async Task A_list_to_try_is_its_members_own()
    {
        var slug = await app.IdeaByAsync(await app.MemberAsync(Handle("ana")), Unique("Listed"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        Assert.NotNull((await joe.OpenAsync("/ideas/kept")).Page.QuerySelector(".empty"));

        await joe.FillAsync($"/ideas/{slug}/keep", ("Note", "With the Tuesday group"));
        Assert.Contains("With the Tuesday group", (await joe.OpenAsync("/ideas/kept")).Body, StringComparison.Ordinal);
        await joe.FillAsync($"/ideas/{slug}/keep", ("takeOff", "true"));
        Assert.NotNull((await joe.OpenAsync("/ideas/kept")).Page.QuerySelector(".empty"));
        using var visitor = app.Browser();
        Assert.Contains("/account/login", (await visitor.OpenAsync("/ideas/kept")).Goes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_with_everything_leaves_a_node_without_a_name_and_takes_ideas_of_their_own_along()
    {
        var joe = await app.MemberAsync(Handle("joe"));
        var (own, shared) = (await app.IdeaByAsync(joe, Unique("Own")), await app.IdeaByAsync(joe, Unique("Shared")));
        await app.AdaptationAsync(own, joe, "Joe's team");
        await app.AdaptationAsync(shared, await app.MemberAsync(Handle("ana")), "Ana's team");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetServices<IPersonalData>().Single(d => d.Name == "ideas");
            Assert.Equal(3, (await data.ReadAsync(joe.Id, Stop)).Count);
            await scope.ServiceProvider.GetRequiredService<Leaving>().LeaveAsync(joe, WhatStays.Nothing, Stop);
        }
        using var visitor = app.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/ideas/{own}")).Status);
        Assert.Contains("Ana's team", (await visitor.OpenAsync($"/ideas/{shared}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);
        var left = await app.InDbAsync(db => db.Adaptations.AsNoTracking().SingleAsync(a => a.MemberId == joe.Id, Stop));
        Assert.Equal(("", true), (left.Plan.Who, left.WithdrawnAt is not null));
    }

    async Task<(string Slug, Browser Joe, string Path)> BegunAsync()
    {
        var slug = await app.IdeaByAsync(await app.MemberAsync(Handle("ana")), Unique("Begun"));
        var joe = await app.SignedInAsync(Handle("joe"));
        return (slug, joe, (await joe.FillAsync($"/ideas/{slug}/adapt", Plan("Joe's team"))).Goes!);
    }
}
