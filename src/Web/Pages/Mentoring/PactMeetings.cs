using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Times that a pact planned to talk.</summary>
sealed class PactMeetings(AppDb db, TimeProvider clock, IStringLocalizer<MentoringText> text)
{
    /// <summary>Once a pact has ended, what is to come of them goes out of the calendars. Saved with the ending.</summary>
    public async Task EndWithAsync(Pact pact, CancellationToken stop)
    {
        if (pact.Ending is not { } ending)
            return;
        foreach (var meeting in await db.Gatherings.Include(g => g.Occurrences).Where(g => g.RoomId == pact.RoomId && g.IsOfHostsOnly && g.Cancellation == null).ToListAsync(stop))
            meeting.EndWithItsPurpose(ending.ById, text["PactOverReason"], clock.GetUtcNow());
    }
}
