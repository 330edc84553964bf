using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Domain.Rooms;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("@ana can you look?", "ana")]
    [InlineData("Ask @Ana_Ruiz, please (or @joe).", "ana_ruiz", "joe")]
    [InlineData("@ana @ana @ANA", "ana")]
    [InlineData("¿@ana?", "ana")]
    [InlineData("write to ana@example.org or me@@joe")]
    [InlineData("@an is too short and @ is nothing")]
    [InlineData("nobody")]
    public void People_are_called_by_their_handles(string body, params string[] handles) => Assert.Equal(handles, Mentions.In(body).Handles);

    [Fact]
    public void Groups_are_called_by_what_they_are_in_the_room()
    {
        var calls = Mentions.In("@coach and @lived-experience: does @steward know? @mentors");

        Assert.Equal(RoomParts.Coach | RoomParts.LivedExperience, calls.Parts);
        Assert.True(calls.Stewards);
        Assert.Equal(["mentors"], calls.Handles);
    }

    [Fact]
    public void A_storm_of_calls_calls_the_first_few()
    {
        var calls = Mentions.In(string.Join(' ', Enumerable.Range(0, 2_000).Select(n => $"@person_{n}")));

        Assert.Equal(Enumerable.Range(0, Mentions.MostHandles).Select(n => $"person_{n}"), calls.Handles);
    }
}
