using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class PollTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly Member _ana = new("ana", "Ana", Noon);
    readonly List<Member> _others = [.. Enumerable.Range(0, 5).Select(n => new Member($"member{n}", $"Member {n}", Noon))];
    readonly Room _room = new("beans", new() { ["en"] = new("Beans", "Growing them") }, Noon);

    [Fact]
    public void A_vote_is_a_change_of_the_message_and_voting_the_same_again_is_none()
    {
        var message = Ask(PollKind.Choice, false, "Beans", "Corn");

        message.VoteBy(_ana, [1]);
        message.VoteBy(_ana, [1]);
        Assert.Equal((2L, 1), (message.Rev, message.Poll!.VoteCount));
        message.VoteBy(_ana, [0]);

        Assert.Equal((3L, 1), (message.Rev, message.Poll.VoteCount));
        Assert.Equal([1, 0], message.Poll.Sums);
    }

    [Fact]
    public void A_ranking_gives_the_first_the_most_points_and_what_is_left_out_none()
    {
        var message = Ask(PollKind.Ranked, false, "Beans", "Corn", "Squash");

        message.VoteBy(_ana, [2, 0]);

        Assert.Equal([2, 0, 3], message.Poll!.Sums);
    }

    [Fact]
    public void Of_a_secret_poll_nothing_says_who_chose_what_and_nothing_is_told_too_early()
    {
        var message = Ask(PollKind.Consent, true);
        message.VoteBy(_others[0], [0]);
        message.VoteBy(_others[1], [1]);

        Assert.All(message.Poll!.Votes, vote => Assert.Null(vote.Weights));
        Assert.False(message.Poll.TellsSums);
        message.ClosePollBy(_ana, Noon);
        Assert.False(message.Poll.TellsSums);
    }

    [Fact]
    public void A_secret_vote_cannot_be_changed()
    {
        var message = Ask(PollKind.Choice, true, "Beans", "Corn");
        message.VoteBy(_ana, [0]);

        Assert.Throws<RuleBrokenException>(() => message.VoteBy(_ana, [1]));
        Assert.Equal([1, 0], message.Poll!.Sums);
    }

    [Fact]
    public void Consent_passes_when_somebody_agrees_and_nobody_objects()
    {
        var passes = Ask(PollKind.Consent, false);
        passes.VoteBy(_ana, [1]);
        Assert.Null(passes.Poll!.Passes);
        passes.ClosePollBy(_ana, Noon);
        var fails = Ask(PollKind.Consent, false);
        fails.VoteBy(_ana, [0]);
        fails.VoteBy(_others[0], [2]);
        fails.ClosePollBy(_ana, Noon);

        Assert.Equal((true, false), (passes.Poll.Passes, fails.Poll!.Passes));
    }

    [Theory]
    [InlineData(PollKind.Choice, new[] { 0, 1 })]
    [InlineData(PollKind.Choice, new int[0])]
    [InlineData(PollKind.Choice, new[] { 3 })]
    [InlineData(PollKind.Choice, new[] { -1 })]
    [InlineData(PollKind.Ranked, new[] { 0, 0 })]
    [InlineData(PollKind.Ranked, new[] { 0, 1, 2, 3 })]
    [InlineData(PollKind.Dot, new[] { 0, 0, 0 })]
    [InlineData(PollKind.Dot, new[] { 2, 1, 0 })]
    [InlineData(PollKind.Dot, new[] { -1, 1, 1 })]
    [InlineData(PollKind.Dot, new[] { int.MaxValue, int.MaxValue, 0 })]
    [InlineData(PollKind.Dot, new[] { 1 })]
    public void A_ballot_that_fits_no_poll_is_refused_and_counts_nothing(PollKind kind, int[] ballot)
    {
        var message = Ask(kind, false, "Beans", "Corn", "Squash");

        Assert.Throws<RuleBrokenException>(() => message.VoteBy(_ana, ballot));
        Assert.Equal((1L, 0), (message.Rev, message.Poll!.VoteCount));
    }

    [Fact]
    public void Nobody_votes_when_it_is_closed_and_only_who_asked_or_looks_after_the_room_closes_it()
    {
        var message = Ask(PollKind.Choice, false, "Beans", "Corn");
        Assert.Throws<RuleBrokenException>(() => message.ClosePollBy(_others[0], Noon));
        message.ClosePollBy(_ana, Noon);

        Assert.Throws<RuleBrokenException>(() => message.VoteBy(_ana, [0]));
    }

    /// <summary>Whatever people vote, change and take along when they leave, the sums are those of the votes that stand.</summary>
    [Fact]
    public void The_sums_are_those_of_the_votes_that_stand() => Prop.ForAll(
        Gen.Choose(0, 4).SelectMany(who => Gen.Choose(-1, 2).Select(option => (who, option))).ListOf().ToArbitrary(), turns =>
        {
            var message = Ask(PollKind.Choice, false, "Beans", "Corn", "Squash");
            var stands = new Dictionary<int, int>();
            foreach (var (who, option) in turns)
            {
                if (option < 0)
                {
                    message.Forget(_others[who].Id, wordsToo: false, Noon);
                    stands.Remove(who);
                    continue;
                }
                message.VoteBy(_others[who], [option]);
                stands[who] = option;
            }
            return message.Poll!.VoteCount == stands.Count
                && message.Poll.Sums.SequenceEqual(Enumerable.Range(0, 3).Select(option => stands.Values.Count(chosen => chosen == option)));
        }).QuickCheckThrowOnFailure();

    Message Ask(PollKind kind, bool secret, params string[] options) =>
        _room.Post(_ana, new(Guid.NewGuid(), "What shall we plant?", Poll: new(kind, secret, options)), Noon);
}
