using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class CircleTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    readonly List<Member> _people = [.. Enumerable.Range(0, 5).Select(n => new Member($"member{n}", $"Member {n}", Noon))];
    readonly Room _room = new("beans", new() { ["en"] = new("Beans", "Growing them") }, Noon);

    [Fact]
    public void Everybody_has_a_turn_in_the_order_in_which_they_came_and_then_it_is_over()
    {
        var message = Circle(3, rounds: 1);

        Act(message, 0, CircleAct.Begin);
        Assert.Equal(_people[0].Id, message.Circle!.TurnOf);
        Act(message, 0, CircleAct.Done);
        Act(message, 1, CircleAct.Pass);
        Assert.Equal([SeatState.Spoke, SeatState.Passed, SeatState.Speaks], message.Circle.Seats.Select(s => s.State));
        Act(message, 2, CircleAct.Done);

        Assert.Equal((Noon, false), (message.Circle.EndedAt, message.Circle.IsRunning));
    }

    [Fact]
    public void Only_who_has_the_turn_answers_while_it_runs()
    {
        var message = Circle(2, rounds: 1);
        Act(message, 0, CircleAct.Begin);

        Assert.Throws<RuleBrokenException>(() => _room.Post(_people[1], new(Guid.NewGuid(), "Me first", ReplyToSeq: 1), Noon, message.Circle));
        _room.Post(_people[0], new(Guid.NewGuid(), "I begin", ReplyToSeq: 1), Noon, message.Circle);
        Act(message, 0, CircleAct.Done);
        _room.Post(_people[1], new(Guid.NewGuid(), "Now I", ReplyToSeq: 1), Noon, message.Circle);
    }

    [Fact]
    public void A_turn_ends_by_the_clock_and_by_leaving()
    {
        var message = Circle(3, rounds: 2);
        Act(message, 0, CircleAct.Begin);

        message.EndTurnAt(Noon.AddSeconds(59));
        Assert.Equal(_people[0].Id, message.Circle!.TurnOf);
        message.EndTurnAt(Noon.AddSeconds(60));
        Assert.Equal(_people[1].Id, message.Circle.TurnOf);
        Act(message, 1, CircleAct.Leave);

        Assert.Equal((_people[2].Id, 2), (message.Circle.TurnOf, message.Circle.Seats.Count));
    }

    [Fact]
    public void Nobody_begins_alone_nobody_else_begins_it_and_nobody_ends_the_turn_of_another()
    {
        var message = Circle(1, rounds: 1);
        Assert.Throws<RuleBrokenException>(() => Act(message, 0, CircleAct.Begin));
        Act(message, 1, CircleAct.Join);
        Assert.Throws<RuleBrokenException>(() => Act(message, 1, CircleAct.Begin));
        Act(message, 0, CircleAct.Begin);

        Assert.Throws<RuleBrokenException>(() => Act(message, 1, CircleAct.Done));
        Assert.Throws<RuleBrokenException>(() => _room.Post(_people[0], new(Guid.NewGuid(), "A circle", Circle: new(7, 1)), Noon));
    }

    /// <summary>However people come, pass, leave or let their time run out: who spoke twice spoke after all others had their turn.</summary>
    [Fact]
    public void Nobody_has_a_turn_twice_before_all_had_one() => Prop.ForAll(
        Gen.Choose(0, 4).SelectMany(who => Gen.Choose(0, 4).Select(what => (who, what))).ListOf().ToArbitrary(), steps =>
        {
            var message = Circle(3, rounds: 3);
            Act(message, 0, CircleAct.Begin);
            var circle = message.Circle!;
            var turns = new List<(int Round, Guid Who)> { (1, circle.TurnOf!.Value) };
            var now = Noon;
            foreach (var (who, what) in steps)
            {
                var before = circle.TurnOf;
                try
                {
                    if (what == 4)
                        message.EndTurnAt(now = now.AddMinutes(2));
                    else
                        message.ActInCircle(_people[who], new[] { CircleAct.Join, CircleAct.Leave, CircleAct.Done, CircleAct.Pass }[what], now);
                }
                catch (RuleBrokenException)
                {
                    continue;
                }
                if (circle.TurnOf is { } speaker && (speaker != before || circle.Round != turns[^1].Round))
                    turns.Add((circle.Round, speaker));
            }
            return turns.Distinct().Count() == turns.Count && circle.Seats.Count(s => s.State == SeatState.Speaks) == (circle.IsRunning ? 1 : 0);
        }).QuickCheckThrowOnFailure();

    Message Circle(int people, int rounds)
    {
        var message = _room.Post(_people[0], new(Guid.NewGuid(), "Who is missing here?", Circle: new(60, rounds)), Noon);
        for (var n = 1; n < people; n++)
            Act(message, n, CircleAct.Join);
        return message;
    }

    void Act(Message message, int who, CircleAct act) => message.ActInCircle(_people[who], act, Noon);
}
