using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented people. Their handles begin with <c>demo_</c> and their names end with "(demo)".</summary>
static class Cast
{
    public const string HandlePrefix = "demo_";
    const string NameEnding = " (demo)";
    static readonly TimeSpan Span = TimeSpan.FromDays(720);

    static readonly string[] FirstNames =
    [
        "Abla", "Benedita", "Caspian", "Dovile", "Eluned", "Farrow", "Giulietta", "Hakan", "Ilse", "Jorunn", "Kwesi", "Lucero",
        "Maelis", "Nayeli", "Odalys", "Pemba", "Quilla", "Rosalind", "Suvi", "Tamsin", "Ulani", "Vesna", "Winnow", "Xochitl",
        "Yaritza", "Zephyr", "Anneli", "Bao", "Corisande", "Delphine", "Emeka", "Fenna", "Ghislaine", "Hollis", "Imogen", "Jarek",
    ];

    static readonly string[] LastNames =
    [
        "Alderwick", "Brackenfold", "Coppermere", "Dunwhistle", "Elmhaven", "Fennimoor", "Gladwater", "Harrowby", "Ironleaf",
        "Juniperson", "Kettlebrook", "Larkenfield", "Mossgate", "Nettlecombe", "Oakenshaw", "Pebblemarsh", "Quillfeather",
        "Rushwater", "Silverthorn", "Tarrowby", "Underwillow", "Vinterly", "Wrenfield", "Yarrowdale",
    ];

    static readonly string[] Brings =
    [
        "Twelve years of running school kitchens.", "I know every bus driver on line 4.", "Charts that people can read.",
        "A van, a kettle and patience.", "I have sat on both sides of the clinic desk.", "Spanish, English and a loud voice for markets.",
        "Grant writing, if there is coffee.", "I listen well and I write things down.",
    ];

    static readonly string[] Needs =
    [
        "Somebody who has measured a walking group.", "Ideas for teenagers who never come.", "A second pair of eyes on our run chart.",
        "Stories from places with one clinic and long roads.", "How others pay volunteers fairly.", "Courage, mostly.",
        "Help to hand over a project before I tire of it.",
    ];

    /// <param name="number">From 1; makes the handle, so it must be new.</param>
    public static Member Invent(int number, Random chance, DateTimeOffset now)
    {
        var first = chance.Pick(FirstNames);
        var member = Member.Invented($"{HandlePrefix}{first.ToLowerInvariant()}{number}", $"{first} {chance.Pick(LastNames)}{NameEnding}",
            Origin.Demo, now - chance.NextDouble() * Span - TimeSpan.FromDays(1));
        var place = Places.Pick(chance);
        member.Describe(new()
        {
            Place = place.Name,
            Organisation = chance.Next(3) == 0 ? Places.OrganisationOf(place, chance) : "",
            About = "Invented for a demonstration; no person stands behind this page.",
            Brings = chance.Pick(Brings),
            Needs = chance.Next(2) == 0 ? chance.Pick(Needs) : "",
            Roles = [chance.Pick(Enum.GetValues<CommunityRole>())],
            Skills = [.. Skill.All.Where(_ => chance.Next(3) == 0).Select(s => s.Code)],
            SeenBy = Audience.Everyone,
            WhereSeenBy = Audience.Everyone,
        });
        return member;
    }
}
