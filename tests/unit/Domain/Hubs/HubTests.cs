using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Hubs;

public sealed class HubTests
{
    static readonly HubRoleWords Role = new("Steward", "Looks after it.");

    readonly Member _ana = Ana();
    readonly Member _joe = Joe();
    readonly Member _editor = Editor();

    [Fact]
    public void Only_a_steward_or_an_editor_changes_a_hub()
    {
        var (hub, _) = StewardedBy(_ana);

        Assert.Throws<RuleBrokenException>(() => Describe(hub, _joe, 1));
        Describe(hub, _ana, 1);
        Describe(hub, _editor, 2);
        Assert.Equal(3, hub.Version);
    }

    [Fact]
    public void A_stale_edit_overwrites_nothing()
    {
        var (hub, _) = StewardedBy(_ana);
        Describe(hub, _ana, 1, "First");

        Assert.Throws<StaleEditException>(() => Describe(hub, _editor, 1, "Second"));
        Assert.Equal("First", hub.In("en").Name);
    }

    [Fact]
    public void A_steward_whose_term_ran_out_changes_nothing_any_longer()
    {
        var (hub, term) = StewardedBy(_ana, until: Monday.AddDays(7));

        Assert.True(hub.CanBeModeratedBy(_ana, Monday.AddDays(6)));
        Assert.False(hub.CanBeModeratedBy(_ana, Monday.AddDays(7)));
        Assert.NotNull(term);
    }

    [Fact]
    public void A_successor_takes_over_for_as_long_as_the_term_was()
    {
        var (hub, term) = StewardedBy(_ana, until: Monday.AddDays(7));
        var joe = new HubMembership(hub, _joe, [], Monday);
        hub.NameSuccessor(term, joe, _ana, Monday);

        hub.PassOn(new Dictionary<Guid, HubMembership> { [_joe.Id] = joe }, Monday.AddDays(8));

        var next = hub.Roles[0].TermAt(Monday.AddDays(8))!;
        Assert.Equal((_joe.Id, Monday.AddDays(15)), (next.MemberId, next.Until!.Value));
        Assert.NotNull(term.EndedAt);
    }

    [Fact]
    public void A_successor_who_left_takes_nothing_over()
    {
        var (hub, term) = StewardedBy(_ana, until: Monday.AddDays(7));
        hub.NameSuccessor(term, new(hub, _joe, [], Monday), _ana, Monday);

        hub.PassOn(new Dictionary<Guid, HubMembership>(), Monday.AddDays(8));

        Assert.Null(hub.Roles[0].TermAt(Monday.AddDays(8)));
    }

    [Fact]
    public void A_banned_member_cannot_ask_again_until_the_ban_ends()
    {
        var (hub, _) = StewardedBy(_ana);
        var joe = new HubMembership(hub, _joe, [], Monday);
        HubDecision.Ban(joe, hub, _ana, new(Guid.NewGuid(), 1), "Shouting.", Monday.AddDays(7), Monday);

        Assert.Throws<RuleBrokenException>(() => joe.Ask(hub, _joe, [], Monday.AddDays(6)));
        joe.Ask(hub, _joe, [], Monday.AddDays(7));
        Assert.True(joe.IsJoined);
    }

    [Fact]
    public void Every_removal_cites_the_agreement()
    {
        var (hub, _) = StewardedBy(_ana);
        var joe = new HubMembership(hub, _joe, [], Monday);

        Assert.Throws<RuleBrokenException>(() => HubDecision.Remove(joe, hub, _ana, new(null, 0), "Shouting.", Monday));
        Assert.True(joe.IsJoined);
    }

    [Fact]
    public void An_appeal_is_answered_by_somebody_else()
    {
        var (hub, _) = StewardedBy(_ana);
        var joe = new HubMembership(hub, _joe, [], Monday);
        var decision = HubDecision.Remove(joe, hub, _editor, new(Guid.NewGuid(), 1), "Shouting.", Monday);
        decision.AppealBy(_joe, "I whispered.", Monday);

        foreach (var barred in new[] { _editor, _joe, _ana })
            Assert.Throws<RuleBrokenException>(() => decision.AnswerBy(barred, null, true, "So it is.", joe, null, Monday));
        decision.AnswerBy(Administrator(), null, true, "You did.", joe, null, Monday);

        Assert.True(joe.IsJoined);
        Assert.Throws<RuleBrokenException>(() => decision.AppealBy(_joe, "Again.", Monday));
    }

    [Fact]
    public void A_steward_of_the_wider_hub_answers_an_appeal()
    {
        var (hub, _) = StewardedBy(_editor);
        var (parent, _) = StewardedBy(_ana);
        var joe = new HubMembership(hub, _joe, [], Monday);
        var decision = HubDecision.Remove(joe, hub, _editor, new(Guid.NewGuid(), 1), "Shouting.", Monday);
        decision.AppealBy(_joe, "I whispered.", Monday);

        Assert.False(decision.CanBeAnsweredBy(_ana, null, Monday));
        Assert.True(decision.CanBeAnsweredBy(_ana, parent, Monday));
    }

    [Fact]
    public void No_hub_is_part_of_its_own_part()
    {
        var (a, b) = (Found("a"), Found("b"));
        b.PutUnder(a, new([(a.Id, null), (b.Id, null)]), _editor, Monday);

        Assert.Throws<RuleBrokenException>(() => a.PutUnder(b, new([(a.Id, null), (b.Id, a.Id)]), _editor, Monday));
    }

    [Fact]
    public void What_is_under_a_hub_is_found_once_however_hubs_are_tied() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), parents =>
        {
            var ids = parents.Select(_ => Guid.CreateVersion7()).ToArray();
            var tree = new HubTree(ids.Select((id, i) => (id, parents[i] % 3 == 0 ? null : (Guid?)ids[Math.Abs(parents[i] % ids.Length)])));
            foreach (var id in ids)
            {
                var under = tree.Under(id);
                Assert.Contains(id, under);
                // Closed: whoever is part of one of them is in it too.
                for (var i = 0; i < ids.Length; i++)
                    if (parents[i] % 3 != 0 && under.Contains(ids[Math.Abs(parents[i] % ids.Length)]))
                        Assert.Contains(ids[i], under);
            }
        }).QuickCheckThrowOnFailure();

    static Hub Found(string slug) => new(HubKind.Topical, slug, new() { ["en"] = new("Hub", "Purpose.", []) }, new([], []), Monday);

    static (Hub Hub, HubTerm Term) StewardedBy(Member steward, DateTimeOffset? until = null)
    {
        var hub = Found("gardens");
        var role = hub.Open(new() { ["en"] = Role }, stewards: true, null, Monday);
        return (hub, hub.Begin(role, new(hub, steward, [], Monday), Monday, until));
    }

    static void Describe(Hub hub, Member by, int seen, string name = "Gardens") =>
        hub.Describe("en", new(name, "Purpose.", []), new(), [], by, seen, Monday);
}
