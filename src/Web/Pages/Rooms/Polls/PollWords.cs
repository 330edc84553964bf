using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>What is said of a poll; the page's script says the same (poll.ts).</summary>
static class PollWords
{
    public static readonly string[] ForScript =
    [
        "IsClosed", "IsSecret", "VotesOne", "VotesMany", "SumRanked", "SumDot", "NotYet", "TooFewToTell", "Passes", "DoesNotPass", .. PollAsk.Consent,
    ];

    public static IEnumerable<string> Facts(this ItemPoll poll, IStringLocalizer text)
    {
        yield return text[poll.Votes == 1 ? "VotesOne" : "VotesMany", poll.Votes];
        if (poll.Secret)
            yield return text["IsSecret"];
        if (poll.Closed)
            yield return text["IsClosed"];
    }

    public static string Answer(this ItemPoll poll, ItemOption option, IStringLocalizer text) => poll.IsConsent ? text[option.Text].Value : option.Text;

    public static string Sum(this ItemPoll poll, ItemOption option, IStringLocalizer text) => (option.Sum, poll.Kind) switch
    {
        (null, _) => "",
        (_, "ranked") => text["SumRanked", option.Sum].Value,
        (_, "dot") => text["SumDot", option.Sum].Value,
        _ => $"{option.Sum}",
    };

    /// <summary>How much of the longest bar this one is, of 100.</summary>
    public static int Width(this ItemPoll poll, ItemOption option) =>
        poll.Options.Max(o => o.Sum) is > 0 and { } most ? 100 * (option.Sum ?? 0) / most : 0;

    public static string? Outcome(this ItemPoll poll, IStringLocalizer text) => poll switch
    {
        { Passes: { } passes } => text[passes ? "Passes" : "DoesNotPass"].Value,
        { Secret: true, Closed: false } => text["NotYet"].Value,
        { Secret: true, Votes: < Poll.LeastToTell } => text["TooFewToTell"].Value,
        _ => null,
    };
}
