using HealthDoers.Domain.Rooms;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

sealed record PollInput(string? Kind, bool? Secret, string[]? Options)
{
    public PollAsk? ToAsk(FieldErrors errors, IStringLocalizer text)
    {
        if (!Enum.TryParse<PollKind>(Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            errors.Add("poll", text["PollKindUnknown"]);
            return null;
        }
        var ask = new PollAsk(kind, Secret == true, Options ?? []);
        if (ask.Fault is null)
            return ask;
        errors.Add("poll", text["PollFaulty"]);
        return null;
    }
}

/// <param name="Ballot">The option, the options in order, or the dots of each option.</param>
sealed record VoteInput(int[]? Ballot);
