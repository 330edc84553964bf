using HealthDoers.Domain.Glossary;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Admin.Asked;

/// <summary>Words that Jargon Cards asked for and the glossary does not know, the most asked for first.</summary>
[Authorize(Policy = Roles.Editor)]
sealed class IndexModel(AppDb db) : PageModel
{
    /// <summary>Asked for so many times, a word is wanted by more than one message.</summary>
    public const int Often = 3;
    const int Most = 200;

    public IReadOnlyList<AskedTerm> Rows { get; private set; } = [];

    public static IQueryable<AskedTerm> Waiting(AppDb db) => db.AskedTerms.Where(t => t.Answer == null);

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = await Waiting(db).AsNoTracking().OrderByDescending(t => t.Times).ThenBy(t => t.Key).Take(Most).ToListAsync(stop);
}
