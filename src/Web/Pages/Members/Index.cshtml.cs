using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Members;

sealed class IndexModel(AppDb db, CurrentMember me) : PageModel
{
    const int PageSize = 30;
    const int LongestQuestion = 200;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Newer { get; private set; }
    public string? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Q = CleanText.Line(Q) is { Length: > LongestQuestion } endless ? endless[..LongestQuestion] : CleanText.Line(Q);
        var number = Math.Clamp(Number, 1, 10_000);
        var viewer = await me.GetAsync(cancellationToken);
        var found = db.Members.AsNoTracking().Listed().VisibleTo(viewer).Saying(Q.ToLowerInvariant()).Newest();
        var rows = await found.Skip((number - 1) * PageSize).Take(PageSize + 1)
            .Select(m => new Row(m.Handle, m.Name, m.Profile.Picture, m.Profile.Brings, m.Profile.Roles)).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Newer = number > 1 ? Address(number - 1) : null;
        Older = rows.Count > PageSize ? Address(number + 1) : null;
    }

    string Address(int number) => $"/members?q={Uri.EscapeDataString(Q)}&page={number}";

    public sealed record Row(string Handle, string Name, string? Picture, string Brings, List<CommunityRole> Roles);
}
