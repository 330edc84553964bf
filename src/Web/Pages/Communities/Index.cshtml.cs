using HealthDoers.Domain.Communities;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>The directories of communities, initiatives and partners.</summary>
[KeptForVisitors(PageArea.Communities)]
sealed class IndexModel(AppDb db, ListingFacets facets) : PageModel
{
    const int PageSize = 30;
    const int LastPage = 1_000;

    public ListingKind Kind { get; private set; }
    public ListingFilter Filter { get; private set; } = new(ListingKind.Community);
    public IReadOnlyList<ListingRow> Rows { get; private set; } = [];
    public IReadOnlyList<ListingFacet> Facets { get; private set; } = [];
    public int Total { get; private set; }
    public int Number { get; private set; } = 1;
    public string? Older => Number * PageSize < Total ? Filter.Url(Number + 1) : null;
    public string? Newer => Number > 1 ? Filter.Url(Number - 1) : null;

    public async Task<IActionResult> OnGetAsync(string folder, CancellationToken cancellationToken)
    {
        Kind = ListingAddress.KindOf(folder)!.Value;
        if (ListingFilter.From(Kind, Request.Query) is not { } filter)
            return NotFound();
        Filter = filter;
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, LastPage) : 1;
        var found = await filter.OfAsync(db, cancellationToken);
        Total = await found.CountAsync(cancellationToken);
        Rows = await found.OrderBy(l => l.Name).ThenBy(l => l.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToRowsAsync(cancellationToken);
        Facets = await facets.ReadAsync(filter, found, cancellationToken);
        return Page();
    }
}
