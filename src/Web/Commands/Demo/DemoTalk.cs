using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>What invented members say to each other, under a story and in a room.</summary>
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

    /// <summary>What begins a talk in a room, and its topic.</summary>
    public static readonly (string Topic, string Words)[] Openings =
    [
        ("", "Good morning from a kitchen that smells of onions. What is everybody working on this week?"),
        ("", "I am new here. I keep the books of a food pantry and I want to learn to keep *better* books."),
        ("", "Small win: the bench in front of the clinic is up, and people sit on it."),
        ("", "Does anybody else lose half of their volunteers in August?"),
        ("Walking groups", "Our walking group is down to four people when it rains. What do you do in the wet months?"),
        ("Walking groups", "We moved the walk to the covered market. Twice as many came, and they stayed to talk."),
        ("School meals", "The pupils named the lentil stew themselves. It is now the first dish to run out."),
        ("School meals", "Who has talked a school board into longer lunch breaks? Twelve minutes is no lunch."),
        ("Measuring", "We count by hand, every Monday, on one sheet of paper:\n\n- who came\n- who came back\n- who brought somebody"),
        ("Measuring", "How do you ask people how they are without it feeling like a form?"),
        ("Night buses", "The last bus leaves before the evening class ends. Has anybody solved this with neighbors who drive?"),
        ("Gardens", "Forty tomato plants to give away on Saturday. Bring a box."),
        ("Gardens", "The well ran low, so we mulched everything. It held for three weeks."),
        ("Loneliness", "We put two chairs and a sign in the library: *sit here if you would like to talk*. It works."),
    ];

    public static readonly string[] Answers =
    [
        "Thank you, I will try that on Thursday.",
        "Same here. It helped us to ask each person by name, not the whole group.",
        "How long did it take until people trusted it?",
        "I can send you our sheet. It is one page.",
        "We tried and it did **not** work, because nobody had a key to the hall. Ask about the key first.",
        "Yes. And feed them. Always feed them.",
        "Could I come and see it?",
        "That is a good sentence. May I put it on our wall?",
        "We pay the bus fare. It costs less than the posters did.",
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
