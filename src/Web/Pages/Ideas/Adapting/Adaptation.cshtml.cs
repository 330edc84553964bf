using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Ideas.Spread;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>One adaptation: who, from whom, what they changed, what they expected and what happened.</summary>
sealed class AdaptationModel(AppDb db, CurrentMember current, SpreadWords words, IStringLocalizer<SharedText> shared) : PageModel
{
    public SpreadTree.Node Node { get; private set; } = null!;
    public Adaptation Adaptation => Node.Adaptation;
    public (string Slug, string Title, string Language) Idea { get; private set; }
    public ToldStory? Story { get; private set; }

    /// <summary>The profile of who tries it.</summary>
    public ListingRow? Listing { get; private set; }

    /// <summary>Who recorded it, for those who did not leave.</summary>
    public (string Handle, string Name)? Recorder { get; private set; }
    public bool CanChange { get; private set; }
    public bool IsSignedIn { get; private set; }
    public SpreadWords Words => words;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        var found = await db.Adaptations.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new { a.IdeaId, a.MemberId, a.Member.Handle, a.Member.Name, a.Member.ErasedAt, a.Member.Origin }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || await db.Ideas.VisibleTo(me).Where(i => i.Id == found.IdeaId)
                .Select(i => new { i.Slug, i.Title, i.Language }).SingleOrDefaultAsync(cancellationToken) is not { } idea)
            return NotFound();
        var spread = await SpreadReading.ReadAsync(db, found.IdeaId, cancellationToken);
        Node = spread.Tree.All.Single(n => n.Adaptation.Id == id);
        CanChange = me is { IsActive: true } && (me.Id == found.MemberId || me.IsEditor);
        // Whoever withdrew has no page of their own; those who may change it still reach it.
        if (Node.IsAnonymous && !CanChange)
            return NotFound();
        IsSignedIn = me is not null;
        Idea = (idea.Slug, idea.Title, idea.Language);
        Story = spread.StoryOf(Node);
        var listing = Node.IsAnonymous ? null : Adaptation.ListingId;
        Listing = (await db.Listings.Public().Where(l => l.Id == listing).ToRowsAsync(cancellationToken)) is [var row] ? row : null;
        Recorder = found.ErasedAt is null && found.Origin != Origin.Import ? (found.Handle, found.Name) : null;
        return Page();
    }

    public string Day(DateTimeOffset at) => at.ToString(shared["PatternDay"], CultureInfo.CurrentCulture);
}
