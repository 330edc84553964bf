using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>The content of an invented story: one theme, one town and made-up figures.</summary>
static class DemoStory
{
    static readonly string[] Learned =
    [
        "The first month was quiet. Two people came, and one of them had the wrong door. We stayed, moved the sign and changed the hour.",
        "Our first measure was wrong: we counted visits, and the same four people visited every day. We began to count people.",
        "Somebody asked who would do this when we were tired. It was the best question of the year, and the answer became our second team.",
        "We drew every week as a dot on brown paper by the door. People stopped to ask what the dots were, and some stayed.",
        "A partner left in spring. We told everyone why, in plain words, and two others took the place.",
        "We tested it with five people, then with twenty, then on every weekday. Nothing survived unchanged, and that was the point.",
    ];

    public static StoryContent Tell(Random chance, IReadOnlySet<string> knownTopics, DateTimeOffset publishedAt)
    {
        var theme = chance.Pick(Themes.All);
        var place = Places.Pick(chance);
        var town = place.Name.Replace(" (demo)", "", StringComparison.Ordinal);
        var (before, after, weeks) = (chance.Next(3, 20), chance.Next(22, 140), chance.Next(6, 60));
        var kind = chance.Next(100) switch { < 70 => StoryKind.Story, < 83 => StoryKind.FailForward, < 94 => StoryKind.CaseStudy, _ => StoryKind.Video };
        var failed = kind == StoryKind.FailForward;
        var change = failed
            ? string.Create(CultureInfo.InvariantCulture, $"The number of {theme.Measure} stayed at {before} for {weeks} weeks. We stopped, and we know why: nobody who needed it had been asked.")
            : string.Create(CultureInfo.InvariantCulture, $"After {weeks} weeks the number of {theme.Measure} had gone from {before} to {after}, and it has held since.");
        return new()
        {
            Kind = kind,
            Words = new()
            {
                Title = Title(theme, town, failed, chance),
                Summary = $"{town}: {theme.What} for {theme.Who}. {(failed ? "It did not work, and this is what it taught." : "What changed, and what we would tell you.")}",
                Problem = $"In {town}, {theme.Who} {theme.How}.",
                ForWhom = $"{char.ToUpperInvariant(theme.Who[0])}{theme.Who[1..]} in {town}.",
                WhatWeDid = $"We {theme.Did}.\n\n{chance.Pick(Learned)}",
                WhatChanged = change,
                HowWeKnow = string.Create(CultureInfo.InvariantCulture, $"We counted {theme.Measure} every week for {weeks} weeks, the same people on the same day."),
                Advice = theme.Advice,
                Body = $"*This story is invented, to show how the site looks with people in it.*\n\n## How it began\n\n{chance.Pick(Learned)}\n\n## What came next\n\n{chance.Pick(Learned)}\n\n- Ask first.\n- Test small.\n- Write down what you expect before you look.",
            },
            Organisation = Places.OrganisationOf(place, chance),
            Place = place,
            Partners = chance.Next(2) == 0 ? [Places.OrganisationOf(place, chance)] : [],
            FromYear = publishedAt.Year - 1,
            ToYear = chance.Next(2) == 0 ? publishedAt.Year : null,
            Topics = [.. theme.Topics.Append(chance.Pick(chance.Pick(Themes.All).Topics)).Distinct().Where(knownTopics.Contains)],
            Tags = ["demo"],
            Skills = [chance.Pick(Skill.All).Code],
            Behaviours = [chance.Pick(Behaviour.All).Number],
            Numbers = failed ? [] : [new(after.ToString(CultureInfo.InvariantCulture), theme.Measure)],
            Video = kind == StoryKind.Video ? new($"https://example.org/demo/{Guid.CreateVersion7(publishedAt):N}", null, $"An invented film. A voice says: {change}") : null,
        };
    }

    static string Title(Theme theme, string town, bool failed, Random chance) => failed
        ? chance.Next(2) == 0 ? $"Why {theme.What} did not work in {town}" : $"What {theme.What} taught {town}"
        : chance.Next(4) switch
        {
            0 => $"{theme.Name} in {town}",
            1 => $"How {town} built {theme.What}",
            2 => $"{town} tried {theme.What}, and kept it",
            _ => $"{theme.Name}: a year in {town}",
        };
}
