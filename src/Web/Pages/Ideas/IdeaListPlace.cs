using System.Globalization;
using HealthDoers.Domain.Ideas;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>Where one page of the list ends and the next begins. Stays true while ideas are added.</summary>
readonly record struct IdeaListPlace(int Adapted, DateTimeOffset At, Guid Id)
{
    public static IdeaListPlace? Read(string? text)
    {
        return text?.Split('-') is [var adapted, var ticks, var id]
            && int.TryParse(adapted, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var guid)
                ? new(count, new DateTimeOffset(at, TimeSpan.Zero), guid)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Adapted}-{At.UtcTicks}-{Id:N}");

    public IQueryable<Idea> After(IQueryable<Idea> ideas, bool mostAdaptedFirst)
    {
        var (adapted, at, id) = (Adapted, At, Id);
        return mostAdaptedFirst
            ? ideas.Where(i => i.AdaptedCount < adapted || (i.AdaptedCount == adapted && (i.ProposedAt < at || (i.ProposedAt == at && i.Id.CompareTo(id) < 0))))
            : ideas.Where(i => i.ProposedAt < at || (i.ProposedAt == at && i.Id.CompareTo(id) < 0));
    }
}
