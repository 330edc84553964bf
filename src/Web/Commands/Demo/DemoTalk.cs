using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>What invented members say to each other under a story.</summary>
static class DemoTalk
{
    static readonly string[] Comments =
    [
        "Thank you for writing down what did **not** work. We were about to begin the same way.",
        "How did you pay for the first month?",
        "We tried something close to this. The hour mattered more than the place.",
        "Who counted, and did they mind counting?",
        "I printed this and put it on the kitchen wall of our center.",
        "What did the people themselves say when the numbers moved?",
        "We would like to visit. Is there a week when strangers are welcome?",
        "The part about being tired: yes. We hand over every six months now, and it saved us.",
        "Could you share the checklist? Ours has grown to three pages and nobody reads it.",
        "I wondered whether it held over the summer.",
        "Our youth council read this aloud and argued for an hour. That is a compliment.",
        "A small thing that helped us: the same faces at the door every time.",
    ];

    static readonly string[] Notes =
    [
        "Ten people, three weeks, one notebook. It began to move in the second week.",
        "The same street life, the same worry. We should talk.",
        "I can lend our van on Tuesdays and read your chart with you.",
        "We changed the hour and kept the rest.",
        "",
    ];

    public static IEnumerable<Comment> Under(Story story, int count, Func<Member> somebody, Random chance, DateTimeOffset now)
    {
        var at = story.PublishedAt;
        Comment? last = null;
        for (var i = 0; i < count; i++)
        {
            at = chance.Between(at, at + (now - at) / (count - i));
            var comment = new Comment(story, somebody(), chance.Pick(Comments), chance.Next(3) == 0 ? last : null, at);
            last = comment;
            yield return comment;
        }
    }

    public static IEnumerable<StoryResponse> To(Story story, int count, Func<Member> somebody, Random chance, DateTimeOffset now)
    {
        var given = new HashSet<(Guid, ResponseKind)>();
        for (var i = 0; i < count; i++)
        {
            var (member, kind) = (somebody(), chance.Pick(Enum.GetValues<ResponseKind>()));
            if (member.Id != story.AuthorId && given.Add((member.Id, kind)))
                yield return new(story, member, kind, chance.Pick(Notes), chance.Between(story.PublishedAt, now));
        }
    }
}
