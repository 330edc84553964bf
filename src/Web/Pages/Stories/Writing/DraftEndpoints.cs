using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>What the script of the form talks to while somebody writes.</summary>
static class DraftEndpoints
{
    const int SaveLimit = 2_000_000;

    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup("/stories/drafts/{id:guid}").RequireAntiforgeryForCookies();
        drafts.MapPut("", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(SaveLimit));
        drafts.MapPost("/pictures", AddPictureAsync).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(3 * ImageFile.MaxBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = 3 * ImageFile.MaxBytes });
    }

    /// <param name="Turn">Counts the saves of this draft.</param>
    /// <param name="StoryId">The story that it is an edit of.</param>
    internal sealed record Save(int Turn, Dictionary<string, string?>? Fields, Guid? StoryId, int SeenVersion);

    /// <param name="Fields">What a newer save left here, when this one came too late.</param>
    internal sealed record Saved(int Turn, DateTimeOffset SavedAt, Dictionary<string, string>? Fields = null, string? PublishedAs = null);

    internal sealed record KeptPicture(string File, string Url, int Width, int Height, string Description);

    static async Task<IResult> SaveAsync(Guid id, Save save, CurrentMember current, Drafts drafts, Sequels sequels, AppDb db, TimeProvider clock, IStringLocalizer<WritingText> words, CancellationToken cancellationToken)
    {
        var fields = StoryFields.Ours(save.Fields ?? []);
        if (StoryFields.Length(fields) > StoryDraft.Limit)
            return Problem(StatusCodes.Status413PayloadTooLarge, words["DraftTooLong"]);
        var me = await current.RequireAsync(cancellationToken);
        StoryDraft? draft;
        try
        {
            draft = await drafts.OpenAsync(id, me, save.StoryId, save.SeenVersion, cancellationToken);
            if (draft is null)
                return TypedResults.NotFound();
            if (draft.PublishedAt is not null)
            {
                if (await sequels.OpenAsync(draft, fields, me, cancellationToken) is not { } sequel)
                    return TypedResults.Conflict(new Saved(draft.Turn, draft.SavedAt, null, await SlugAsync(db, draft, cancellationToken)));
                draft = sequel;
            }
            if (!draft.Save(fields, save.Turn, clock.GetUtcNow()))
                return TypedResults.Conflict(new Saved(draft.Turn, draft.SavedAt, draft.Fields));
            draft.BringBack();
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The first save of the same draft came twice at once. The script saves again in a moment.
            return Problem(StatusCodes.Status503ServiceUnavailable, words["SaveAgain"]);
        }
        return TypedResults.Ok(new Saved(draft.Turn, draft.SavedAt));
    }

    static async Task<IResult> AddPictureAsync(Guid id, IFormFile? picture, IFormFile? small, [FromForm] Guid? storyId, [FromForm] int? seenVersion,
        CurrentMember current, Drafts drafts, DraftUploads uploads, AppDb db, IStringLocalizer<WritingText> words, CancellationToken cancellationToken)
    {
        if (picture is null)
            return Problem(StatusCodes.Status400BadRequest, words["PictureEmpty"]);
        for (var tries = 1; ; tries++)
        {
            var me = await current.RequireAsync(cancellationToken);
            if (await drafts.OpenAsync(id, me, storyId, seenVersion ?? 0, cancellationToken) is not { PublishedAt: null } draft)
                return TypedResults.NotFound();
            var (refused, kept) = await uploads.AddPictureAsync(draft, picture, small, null, cancellationToken);
            if (kept is null)
                return Problem(StatusCodes.Status422UnprocessableEntity, words[refused!]);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another picture, or the first text of the same draft, came meanwhile: begin again with it.
                db.ChangeTracker.Clear();
                continue;
            }
            catch (DbUpdateException)
            {
                return Problem(StatusCodes.Status503ServiceUnavailable, words["SaveAgain"]);
            }
            return TypedResults.Ok(new KeptPicture(kept.File, $"/files/{kept.Small ?? kept.File}", kept.Width, kept.Height, kept.Description));
        }
    }

    const int MostTries = 10;

    static Task<string?> SlugAsync(AppDb db, StoryDraft draft, CancellationToken cancellationToken) =>
        db.Stories.Where(s => s.Id == draft.StoryId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken);

    static ProblemHttpResult Problem(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);
}
