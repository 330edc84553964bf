using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>The agreement that a new room starts with, for its people to change.</summary>
static class SafeSpace
{
    const int Points = 6;

    public static IEnumerable<string> PointsIn(IStringLocalizer<RoomsText> text) => Enumerable.Range(1, Points).Select(n => text[$"SafeSpace{n}"].Value);
}
