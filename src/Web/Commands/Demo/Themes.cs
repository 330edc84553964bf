namespace HealthDoers.Web.Commands.Demo;

/// <summary>What invented stories are about.</summary>
static class Themes
{
    public static readonly Theme[] All =
    [
        new(["food-access"], "a market on wheels", "older neighbors", "bought food where it was sold cheapest, which was the gas station",
            "parked a bus with fresh food outside the clinic two mornings a week", "weekly buyers of fresh food", "Ask the driver first. The route was his idea."),
        new(["physical-activity"], "a walking bus to school", "children of the two lower schools", "were driven half a mile because the crossing frightened everyone",
            "walked them in two lines, with a grandparent at each end", "children who walk at least three days a week", "Begin with one street and a rainy week. If it holds then, it holds."),
        new(["loneliness", "mental-health"], "a listening bench", "people who live alone", "had nobody to speak to between two doctor's visits",
            "trained eleven retired postal workers to listen, and put a bench where people wait anyway", "talks longer than ten minutes a week", "Do not call it therapy. Call it a bench."),
        new(["child-health"], "a checklist by the front door", "families with asthma", "came to the emergency room at night, again and again",
            "visited each home once with a nurse and a carpenter, and left a checklist by the door", "night visits a month", "The carpenter found more than the nurse did. Bring both."),
        new(["aging-well"], "a lunch table with two generations", "people over seventy and sixteen-year-olds", "lived on the same street and had never spoken",
            "cooked for each other on Thursdays, the old recipe one week and the new the next", "guests who came back within a month", "Let the young ones choose the music."),
        new(["women", "child-health"], "a doula on every block", "new mothers", "left the hospital with a leaflet and no phone number",
            "paid nine women who were asked for advice anyway, and gave them one hour a week with a midwife", "mothers who were visited in the first week", "Pay from the first day. Thanks are not wages."),
        new(["healthy-living"], "a repair evening for damp walls", "renters in the brick blocks", "coughed from October to April",
            "met the landlords with photographs, a moisture meter and a joiner who explained the price", "flats without visible mould", "Show the landlord his own saving before you show him the cough."),
        new(["long-term-illness"], "a kitchen class led by patients", "people with a new diagnosis", "were told what not to eat and nothing else",
            "let six patients teach the dishes they would not give up, made differently", "people who measured their sugar at least weekly", "The best teacher was the one who had failed twice."),
        new(["school-health"], "a reading corner at the laundromat", "toddlers", "owned no book at home",
            "put a shelf, a rug and a student beside the dryers on Saturdays", "books borrowed a week", "Books will go missing. Good: they went home."),
        new(["partnership-and-co-design"], "a budget vote in the waiting room", "patients who never filled in a survey", "were planned for by people who had never waited there",
            "gave the waiting room a jar of tokens and a real budget of two thousand dollars", "people who voted", "Spend the money in the week of the vote."),
        new(["rural-health", "long-term-illness"], "rides that wait", "people who need dialysis", "missed treatment when the bus was late",
            "asked the church drivers to wait instead of dropping off, and paid for the waiting", "missed treatments a month", "Count the missed visits before you begin, or nobody will believe you."),
        new(["youth"], "a night league with a health corner", "boys between fourteen and eighteen", "saw a doctor only when something was broken",
            "opened the gym until midnight and let two nurses play in the league", "players who had a check-up", "The nurses must be good at basketball."),
    ];
}

/// <param name="What">Such as "a walking bus to school".</param>
/// <param name="How">What they lived with before; follows <paramref name="Who"/>.</param>
/// <param name="Measure">What was counted.</param>
sealed record Theme(IReadOnlyList<string> Topics, string What, string Who, string How, string Did, string Measure, string Advice)
{
    public string Name => char.ToUpperInvariant(What[0]) + What[1..];
}
