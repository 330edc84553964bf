using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Writing;

static class IdeaSlugs
{
    /// <summary>The address follows the title; the old one goes on leading here.</summary>
    public static async Task MoveAsync(this AppDb db, Idea idea, CancellationToken cancellationToken)
    {
        var slug = await db.FreeIdeaSlugAsync(idea.Title, idea.Id, cancellationToken);
        if (slug == idea.Slug)
            return;
        idea.MoveTo(slug);
        if (!await db.IdeaSlugs.AnyAsync(s => s.Slug == slug, cancellationToken))
            db.IdeaSlugs.Add(new(slug, idea.Id));
    }

    public static async Task<string> FreeIdeaSlugAsync(this AppDb db, string title, Guid? ideaId, CancellationToken cancellationToken)
    {
        var wanted = Slug.From(title, "idea");
        // All that begin like it, in one look: there may be hundreds of "a walking group".
        var stem = Slug.Numbered(wanted, 9_999)[..^5];
        // An address that another idea merged into this one brought along is not this title's.
        var taken = await db.IdeaSlugs.Where(s => s.Slug.StartsWith(stem) && (ideaId == null || s.IdeaId != ideaId))
            .Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !taken.Contains(slug) && !await db.Ideas.AnyAsync(i => i.Slug == slug && i.Id != ideaId, cancellationToken))
                return slug;
    }
}
