using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>The member's list to try, and what they are trying already.</summary>
sealed class KeptModel(AppDb db, CurrentMember current) : PageModel
{
    const int Most = 200;

    public IReadOnlyList<IdeaRow> Ideas { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Notes { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<Trying> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        var kept = await db.IdeasToTry.AsNoTracking().Where(k => k.MemberId == me.Id).OrderByDescending(k => k.At).Take(Most).ToListAsync(cancellationToken);
        Notes = kept.ToDictionary(k => k.IdeaId, k => k.Note);
        var ids = kept.Select(k => k.IdeaId).ToList();
        var rows = (await db.Ideas.VisibleTo(me).Where(i => ids.Contains(i.Id)).ToRowsAsync(db, PageFrame.Language, cancellationToken)).ToDictionary(r => r.Id);
        Ideas = [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
        Mine = await db.Adaptations.AsNoTracking().Where(a => a.MemberId == me.Id).OrderByDescending(a => a.StartedAt).Take(Most)
            .Join(db.Ideas.VisibleTo(me), a => a.IdeaId, i => i.Id, (a, i) => new Trying(a.Id, a.Plan, i.Title, i.Slug, a.Outcomes.Count > 0, a.WithdrawnAt != null)).ToListAsync(cancellationToken);
    }

    internal sealed record Trying(Guid Id, AdaptationPlan Plan, string Idea, string Slug, bool IsTold, bool IsWithdrawn);
}
