using HealthDoers.Load.Chaos;

namespace HealthDoers.Tests.Load;

/// <summary>The bench that proves that no message is lost has to be able to say that one was.</summary>
public class VerdictTests
{
    static readonly Item First = Said(1, "one"), Second = Said(2, "two"), Third = Said(3, "three");

    [Fact]
    public void A_whole_log_is_whole() =>
        Assert.Equal("3 acknowledged, 0 lost, 0 doubled, 0 out of order", Verdict.Of([[First, Third], [Second]], [[First, Second, Third]], [First, Second, Third]).ToString());

    [Fact]
    public void An_acknowledged_message_that_is_not_in_the_log_is_lost() =>
        Assert.Equal(1, Verdict.Of([[First, Second]], [], [First]).Lost);

    [Fact]
    public void A_message_that_moved_after_it_was_acknowledged_is_lost_from_its_place() =>
        Assert.Equal(1, Verdict.Of([[First]], [], [First with { Seq = 7 }]).Lost);

    [Fact]
    public void A_message_that_a_reader_saw_and_nobody_finds_again_is_lost() =>
        Assert.Equal(1, Verdict.Of([[First]], [[Second]], [First]).Lost);

    [Fact]
    public void A_message_that_stands_in_two_places_is_doubled() =>
        Assert.Equal(1, Verdict.Of([[First]], [], [First, First with { Seq = 2 }]).Doubled);

    [Fact]
    public void Two_messages_in_one_place_are_doubled() =>
        Assert.Equal(1, Verdict.Of([[First], [Second]], [], [First, Second with { Seq = 1 }]).Doubled);

    [Fact]
    public void What_one_sender_said_later_may_not_stand_earlier() =>
        Assert.Equal(1, Verdict.Of([[Second, First]], [], [First, Second]).OutOfOrder);

    [Fact]
    public void An_edit_that_was_acknowledged_and_is_not_there_is_lost() =>
        Assert.Equal(1, Verdict.Of([[First with { Body = "better" }]], [], [First]).Lost);

    [Fact]
    public void Who_sees_another_room_than_the_log_is_out_of_order() =>
        Assert.Equal(1, Verdict.Of([[First], [Second]], [[First, Second], [First]], [First, Second]).OutOfOrder);

    static Item Said(long seq, string body) => new(Guid.NewGuid(), seq, seq, body, Deleted: false);
}
