using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>Where a member takes a copy of the whole room or of one topic.</summary>
public sealed class ExportModel(AppDb db, RoomVisit visit, IStringLocalizer<ExportText> text) : PageModel
{
    public static readonly string[] Formats = ["md", "html", "json", "jsonl"];

    public RoomVisit Visit => visit;

    /// <summary>The whole room first, then its topics.</summary>
    public IReadOnlyList<CopyPart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        var topics = await db.Messages.Where(m => m.RoomId == visit.Room.Id && m.Deletion == null)
            .GroupBy(m => m.Topic).Select(t => new { Name = t.Key, Count = t.Count() }).OrderBy(t => t.Name).ToListAsync(stop);
        Parts =
        [
            new(text["WholeRoom"], topics.Sum(t => t.Count), format => $"{visit.Address}/messages.{format}"),
            // Where nobody uses topics, there is nothing to choose.
            .. topics.Where(t => topics.Count > 1).Select(t => new CopyPart(t.Name.Length == 0 ? text["NoTopic"] : t.Name, t.Count,
                format => $"{visit.Address}/messages.{format}?topic={Uri.EscapeDataString(t.Name)}")),
        ];
        return Page();
    }
}

public sealed record CopyPart(string Name, int Messages, Func<string, string> AddressAs);
