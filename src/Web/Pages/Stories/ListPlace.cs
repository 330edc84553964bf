using System.Globalization;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>Where one page of "newest first" ends and the next begins. Stays true while stories are added.</summary>
readonly record struct ListPlace(DateTimeOffset At, Guid Id)
{
    public static ListPlace? Read(string? text)
    {
        var cut = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return cut > 0
            && long.TryParse(text.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(text.AsSpan(cut + 1), "N", out var id)
                ? new(new DateTimeOffset(ticks, TimeSpan.Zero), id)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");

    public IQueryable<Story> After(IQueryable<Story> stories)
    {
        var (at, id) = (At, Id);
        return stories.Where(s => s.PublishedAt < at || (s.PublishedAt == at && s.Id.CompareTo(id) < 0));
    }
}
