using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>An invented change idea and how it spread: most adaptations help, some do not, some are given up.</summary>
static class DemoIdea
{
    static readonly string[] Beginnings = ["Try", "Start", "Set up", "Test", "Begin"];

    static readonly string[] Changes =
    [
        "In the evening instead of the morning.", "In Spanish first.", "With half the money.", "Led by the young people.", "Once a week, not every day.",
        "At the bus stop instead of the hall.", "Nothing. We did it as they told us.", "Together with the library.", "For fathers too.",
    ];

    static readonly string[] Helped = ["More came than we had chairs for.", "It moved in the third week and has held since.", "The first month was quiet. Then somebody brought a friend."];

    static readonly string[] Stayed = ["We counted every week and nothing moved.", "People liked it. The number stayed where it was."];

    static readonly string[] Failed = ["No time between two shifts, and nobody had asked the drivers.", "The room was locked every second week.", "The one who led it moved away, and only one had a key."];

    static readonly string[] Advice = ["Ask for the key first.", "Count before you begin.", "Begin with one street.", "Pay from the first day.", "Let them choose the hour."];

    public static IdeaContent Tell(Random chance, IReadOnlySet<string> knownTopics, int number)
    {
        var theme = chance.Pick(Themes.All);
        var place = chance.Next(3) > 0 ? Places.Pick(chance) : null;
        return new()
        {
            Words = new()
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"{chance.Pick(Beginnings)} {theme.What} for {theme.Who} (demo {number})"),
                Summary = $"For {theme.Who} who {theme.How}.",
                Body = $"*This idea is invented, to show how the site looks with people in it.*\n\n1. Ask five of {theme.Who} what would help.\n2. Do it small: we {theme.Did}.\n3. Count {theme.Measure}, every week on the same day.\n4. Keep it, change it or drop it.",
                ForWhom = $"{char.ToUpperInvariant(theme.Who[0])}{theme.Who[1..]}.",
                People = string.Create(CultureInfo.InvariantCulture, $"{chance.Next(2, 9)} people for two hours a week."),
                Money = chance.Next(3) == 0 ? "None, beyond time to plan." : string.Create(CultureInfo.InvariantCulture, $"About {chance.Next(1, 20) * 50} dollars."),
                Time = string.Create(CultureInfo.InvariantCulture, $"{chance.Next(1, 6)} weeks until the first try."),
                WhatToWatch = $"Whether those who run it can keep it up. {theme.Advice}",
            },
            Place = place,
            Sources = [.. Enum.GetValues<SourceKind>().Where(_ => chance.Next(3) == 0).DefaultIfEmpty(SourceKind.LivedExperience).Select(kind => new IdeaSource(kind, "Invented for a demonstration"))],
            Topics = [.. theme.Topics.Where(knownTopics.Contains)],
            Tags = ["demo"],
            Skills = [chance.Pick(Skill.All).Code],
        };
    }

    /// <summary>Some who adapt it, each from the idea itself or from one before; about one in four gives up.</summary>
    public static List<Adaptation> Spread(Idea idea, int count, Func<Member> somebody, Random chance, DateTimeOffset now)
    {
        List<Adaptation> all = [];
        for (var i = 0; i < count; i++)
        {
            var place = Places.Pick(chance);
            var from = all.Count > 0 && chance.Next(3) > 0 ? chance.Pick(all) : null;
            var (member, at) = (somebody(), chance.Between(from?.StartedAt ?? idea.ProposedAt, now));
            var adaptation = new Adaptation(idea, from, member, new()
            {
                Who = Places.OrganisationOf(place, chance),
                Place = place,
                WhatWeChange = chance.Pick(Changes),
                Prediction = string.Create(CultureInfo.InvariantCulture, $"Half as many again within {chance.Next(4, 13)} weeks."),
            }, at);
            if (chance.Next(4) > 0)
                adaptation.Tell(WhatHappened(chance), member, chance.Between(at, now));
            all.Add(adaptation);
        }
        return all;
    }

    static OutcomeTelling WhatHappened(Random chance)
    {
        var before = chance.Next(5, 40);
        return chance.Next(8) switch
        {
            < 4 => new() { Result = Result.Better, WhatHappened = chance.Pick(Helped), Advice = chance.Pick(Advice), Numbers = [new("people a week", before, before + chance.Next(3, 30))] },
            4 => new() { Result = Result.NoChange, WhatHappened = chance.Pick(Stayed), Numbers = [new("people a week", before, before)] },
            5 => new() { Result = Result.Worse, WhatHappened = chance.Pick(Failed), Advice = chance.Pick(Advice), Numbers = [new("people a week", before, before - chance.Next(1, 5))] },
            _ => new() { Result = Result.Abandoned, WhatHappened = chance.Pick(Failed), Advice = chance.Pick(Advice) },
        };
    }
}
