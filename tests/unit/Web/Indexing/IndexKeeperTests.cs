using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Search;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Indexing;

public sealed class IndexKeeperTests(SearchSite site) : IClassFixture<SearchSite>
{
    static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task The_starter_content_can_be_found_without_asking_for_anything()
    {
        await site.UntilReadyAsync();
        Assert.True(await site.TotalAsync("q=garden&kind=story") > 0);
        Assert.True(await site.TotalAsync("q=run chart&kind=term") > 0);
    }

    [Fact]
    public async Task A_published_story_is_found_and_a_withdrawn_one_is_gone_within_two_seconds()
    {
        await site.UntilReadyAsync();
        var id = await site.PublishAsync("Quixotic lanterns for evening walks");
        Assert.True(await site.UntilTotalAsync(1, "q=quixotic") < TwoSeconds);
        await site.ChangeStoryAsync(id, s => s.Withdraw(s.Author, WithdrawalReason.AuthorsWish, DateTimeOffset.UtcNow));
        Assert.True(await site.UntilTotalAsync(0, "q=quixotic") < TwoSeconds);
        await site.ChangeStoryAsync(id, s => s.PublishAgain(s.Author, DateTimeOffset.UtcNow));
        await site.UntilTotalAsync(1, "q=quixotic");
        await site.ChangeStoryAsync(id, s => s.HideBy(SearchSite.Administrator(), "spam", DateTimeOffset.UtcNow));
        Assert.True(await site.UntilTotalAsync(0, "q=quixotic") < TwoSeconds);
    }

    [Fact]
    public async Task An_edited_story_is_found_by_its_new_words_only()
    {
        await site.UntilReadyAsync();
        var id = await site.PublishAsync("Zephyrous kites on the common");
        await site.UntilTotalAsync(1, "q=zephyrous");
        await site.ChangeStoryAsync(id, s => s.Edit(s.Content with { Words = new() { Title = "Umbrageous trees on the common" } }, s.Author, s.Version, DateTimeOffset.UtcNow));
        await site.UntilTotalAsync(1, "q=umbrageous");
        Assert.Equal(0, await site.TotalAsync("q=zephyrous"));
    }

    [Fact]
    public async Task A_member_is_found_by_those_they_chose_and_place_only_by_those_who_may_see_it()
    {
        var token = await site.TokenAsync("a_reader");
        var member = await site.JoinAsync("tamsin", new() { About = "I mend bandoneons.", Place = "Wyvernshire", SeenBy = Audience.Members, WhereSeenBy = Audience.Members });
        await site.UntilTotalAsync(1, "q=bandoneons", token);
        Assert.Equal(1, await site.TotalAsync("q=wyvernshire", token));
        Assert.Equal(0, await site.TotalAsync("q=bandoneons"));

        await site.ChangeMemberAsync(member.Id, m => m.Describe(m.Profile with { SeenBy = Audience.Everyone }));
        await site.UntilTotalAsync(1, "q=bandoneons");
        Assert.Equal(0, await site.TotalAsync("q=wyvernshire"));

        await site.ChangeMemberAsync(member.Id, m => m.Describe(m.Profile with { SeenBy = Audience.Nobody }));
        await site.UntilTotalAsync(0, "q=bandoneons", token);
    }

    [Fact]
    public async Task A_suspended_and_an_erased_member_are_gone_within_two_seconds()
    {
        var profile = new Profile { About = "I keep dulcimers.", SeenBy = Audience.Everyone };
        var first = await site.JoinAsync("dul_one", profile);
        var second = await site.JoinAsync("dul_two", profile);
        await site.UntilTotalAsync(2, "q=dulcimers&kind=member");
        await site.ChangeMemberAsync(first.Id, m => m.SuspendBy(SearchSite.Administrator(), "spam", DateTimeOffset.UtcNow));
        Assert.True(await site.UntilTotalAsync(1, "q=dulcimers&kind=member") < TwoSeconds);
        await site.ChangeMemberAsync(second.Id, m => m.Erase(DateTimeOffset.UtcNow));
        Assert.True(await site.UntilTotalAsync(0, "q=dulcimers&kind=member") < TwoSeconds);
    }

    [Fact]
    public async Task A_story_is_no_longer_found_by_the_name_of_an_author_who_left()
    {
        var author = await site.JoinAsync("ozymandia");
        await site.PublishByAsync(author, "Bread for the street");
        await site.UntilTotalAsync(1, "q=ozymandia&kind=story");
        await site.ChangeMemberAsync(author.Id, m => m.Erase(DateTimeOffset.UtcNow));
        await site.UntilTotalAsync(0, "q=ozymandia&kind=story");
    }

    [Fact]
    public async Task A_new_term_is_found_by_its_other_forms_too()
    {
        await site.InDbAsync(db =>
        {
            db.GlossaryTerms.Add(new("frobnication", new() { ["en"] = new("Frobnication", ["frobbing"], "A made-up act.", "") }, "Test", 2026, DateTimeOffset.UtcNow));
            return db.SaveChangesAsync();
        });
        await site.UntilTotalAsync(1, "q=frobbing&kind=term");
    }

    [Fact]
    public async Task An_index_that_somebody_asked_for_is_built_anew()
    {
        await site.PublishAsync("Rambunctious choirs");
        await site.UntilTotalAsync(1, "q=rambunctious");
        var before = await site.InDbAsync(db => db.Events.MaxAsync(e => e.Number));
        await site.InDbAsync(db =>
        {
            db.Events.Add(EventRow.Of(new IndexRebuildRequested(Guid.CreateVersion7()), DateTimeOffset.UtcNow));
            return db.SaveChangesAsync();
        });
        Assert.True(await site.InDbAsync(db => db.Events.AnyAsync(e => e.Number > before)));
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        await site.UntilReadyAsync();
        Assert.Equal(1, await site.TotalAsync("q=rambunctious"));
    }

    [Fact]
    public async Task Story_shows_in_the_language_of_who_asks_and_is_found_in_both()
    {
        await site.PublishAsync("Gossamer orchards", "Trees for all.", spanish: new() { Title = "Vergeles de telaraña", Summary = "Árboles para todos." });
        await site.UntilTotalAsync(1, "q=gossamer");
        var english = (await site.SearchAsync("q=vergel")).GetProperty("items")[0];
        Assert.Equal("Gossamer orchards", english.GetProperty("title").GetString());
        var spanish = (await site.SearchAsync("q=vergeles", language: "es")).GetProperty("items")[0];
        Assert.Equal("es", spanish.GetProperty("language").GetString());
        Assert.Equal("<mark>Vergeles</mark> de telaraña", spanish.GetProperty("highlights").GetProperty("title").GetString());
    }
}
