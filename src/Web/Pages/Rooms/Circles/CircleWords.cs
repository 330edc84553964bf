using System.Globalization;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>What is said of a circle; the page's script says the same (circle.ts).</summary>
static class CircleWords
{
    public static readonly string[] ForScript = ["Gathers", "Running", "Over", "SeatWaits", "SeatSpeaks", "SeatSpoke", "SeatPassed", "AMember"];

    public static string State(this ItemCircle circle, IStringLocalizer text) =>
        circle.Ended ? text["Over"] : circle.Round == 0 ? text["Gathers"]
        : text["Running", circle.Round, circle.Rounds, circle.Turn is { } handle ? "@" + handle : text["AMember"].Value, circle.EndsAt?.ToString("t", CultureInfo.CurrentCulture) ?? ""];
}
