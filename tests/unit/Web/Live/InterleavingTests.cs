using System.Net.Http.Json;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Live;

/// <summary>
/// Several people post, repeat, edit, delete and react at once, in any order. A reader who misses any of what is told
/// live and catches up in pieces of any size ends with the list that the log holds.
/// </summary>
public sealed class InterleavingTests(WebApp app) : IClassFixture<WebApp>
{
    public enum Deed { Post, Repeat, Edit, Delete, React, TakeBack }

    /// <param name="Missed">The reader does not hear the next thing told.</param>
    public sealed record Step(Deed Deed, int Who, int Which, bool Missed);

    static readonly Gen<Step> Steps =
        from deed in Gen.Frequency((5, Gen.Constant(Deed.Post)), (2, Gen.Constant(Deed.Repeat)), (3, Gen.Constant(Deed.Edit)), (1, Gen.Constant(Deed.Delete)), (2, Gen.Constant(Deed.React)), (1, Gen.Constant(Deed.TakeBack)))
        from who in Gen.Choose(0, 2)
        from which in Gen.Choose(0, 9)
        from missed in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Step(deed, who, which, missed);

    [Fact]
    public async Task Any_interleaving_and_any_gaps_end_with_the_same_list()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.PersonAsync("ana")));
        foreach (var steps in Steps.ArrayOf().Sample(40, 25).Where(s => s.Length > 0))
            await RunAsync(people, steps);
    }

    async Task RunAsync(Person[] people, Step[] steps)
    {
        var room = await app.RoomAsync();
        await using var listener = await LiveClient.AtAsync(app.Address);
        await listener.JoinAsync(room);

        await Task.WhenAll(steps.Chunk(5).Select(some => ActAsync(people, room, some)));

        using var http = app.Visitor();
        var log = await http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages?limit=200", TestContext.Current.CancellationToken);
        var told = await listener.ToldInOrderAsync((int)log.GetProperty("lastRev").GetInt64());
        var reader = new Reader(http, room);
        foreach (var (content, i) in told.Select((content, i) => (content, i)))
            if (!steps[i % steps.Length].Missed && !reader.Hear(content))
                await reader.CatchUpAsync(limit: 1 + i % 4);
        await reader.CatchUpAsync(limit: 3);

        var fresh = new Reader(http, room);
        await fresh.CatchUpAsync(limit: 200);
        Assert.Equal(fresh.Shown, reader.Shown);
        Assert.Equal(log.GetProperty("lastSeq").GetInt64(), log.GetProperty("items").GetArrayLength());
    }

    static async Task ActAsync(Person[] people, string room, Step[] steps)
    {
        object? last = null;
        foreach (var step in steps)
        {
            var http = people[step.Who].Http;
            var message = $"/rooms/{room}/messages/{1 + step.Which}";
            using var answer = await (step.Deed switch
            {
                Deed.Post => people[step.Who].PostAsync(room, last = new { clientId = Guid.NewGuid(), body = $"{step.Who} says {step.Which}" }),
                Deed.Repeat => people[step.Who].PostAsync(room, last ??= new { clientId = Guid.NewGuid(), body = "again" }),
                Deed.Edit => http.PatchAsJsonAsync(message, new { body = $"edited {Guid.NewGuid()}" }),
                Deed.Delete => http.DeleteAsync(message),
                Deed.React => http.PutAsync(message + "/reactions/thanks", null),
                _ => http.DeleteAsync(message + "/reactions/thanks"),
            });
            // Somebody else's message, one that is not there yet, one that is gone: refused, never broken.
            Assert.Contains((int)answer.StatusCode, new[] { 200, 201, 404, 409 });
        }
    }
}
