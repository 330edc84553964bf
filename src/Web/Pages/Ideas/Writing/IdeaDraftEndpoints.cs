using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>What the script of the form saves while somebody writes about an idea.</summary>
static class IdeaDraftEndpoints
{
    const int SaveLimit = 2_000_000;

    public static void MapIdeaDrafts(this IEndpointRouteBuilder app) => app.MapGroup("/ideas/drafts/{id:guid}").RequireAntiforgeryForCookies()
        .MapPut("", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(SaveLimit));

    /// <param name="Turn">Counts the saves of this draft.</param>
    /// <param name="IdeaId">The idea that it is an edit of.</param>
    internal sealed record Save(int Turn, Dictionary<string, string?>? Fields, Guid? IdeaId, int SeenVersion);

    static async Task<IResult> SaveAsync(Guid id, Save save, CurrentMember current, IdeaDrafts drafts, AppDb db, TimeProvider clock, IStringLocalizer<WritingText> words, CancellationToken cancellationToken)
    {
        var fields = FormFields<IdeaForm>.Ours(save.Fields ?? []);
        if (fields.Sum(f => f.Value.Length) > IdeaDraft.Limit)
            return Problem(StatusCodes.Status413PayloadTooLarge, words["DraftTooLong"]);
        var me = await current.RequireAsync(cancellationToken);
        try
        {
            if (await drafts.OpenAsync(id, me, save.IdeaId, save.SeenVersion, cancellationToken) is not { } draft)
            {
                return await db.Ideas.Where(i => i.Id == id && i.ProposedById == me.Id).Select(i => i.Slug).SingleOrDefaultAsync(cancellationToken) is { } slug
                    ? TypedResults.Conflict(new DraftEndpoints.Saved(save.Turn, clock.GetUtcNow(), null, slug))
                    : TypedResults.NotFound();
            }
            if (!draft.Save(fields, save.Turn, clock.GetUtcNow()))
                return TypedResults.Conflict(new DraftEndpoints.Saved(draft.Turn, draft.SavedAt, draft.Fields));
            draft.BringBack();
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Ok(new DraftEndpoints.Saved(draft.Turn, draft.SavedAt));
        }
        catch (DbUpdateException)
        {
            // The first save of the same draft came twice at once. The script saves again in a moment.
            return Problem(StatusCodes.Status503ServiceUnavailable, words["SaveAgain"]);
        }
    }

    static ProblemHttpResult Problem(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);
}
