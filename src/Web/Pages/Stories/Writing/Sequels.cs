using System.Security.Cryptography;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>
/// What goes on being written in one window while the draft was published from another. It becomes a change to that
/// story, in a draft of its own, so that no text is lost and nothing is published unseen.
/// </summary>
sealed class Sequels(AppDb db, Drafts drafts, WritingDesk desk, StoryParts parts, TimeProvider clock)
{
    /// <summary>The open sequel of a published draft, or null.</summary>
    public async Task<StoryDraft?> FindAsync(StoryDraft published, Member me, CancellationToken cancellationToken)
    {
        var sequel = await drafts.FindAsync(IdAfter(published.Id), me, cancellationToken);
        return sequel is { PublishedAt: not null } ? await FindAsync(sequel, me, cancellationToken) : sequel is { DiscardedAt: null } ? sequel : null;
    }

    /// <summary>The draft that takes these fields; null when the story has their text already, as after a second press of the button.</summary>
    public async Task<StoryDraft?> OpenAsync(StoryDraft published, Dictionary<string, string> fields, Member me, CancellationToken cancellationToken)
    {
        var story = await db.Stories.VisibleTo(me).SingleOrDefaultAsync(s => s.Id == published.StoryId, cancellationToken);
        if (story is null || !story.CanBeEditedBy(me) || await HasAsync(story, fields, me, cancellationToken))
            return null;
        // It has seen no version: publishing it shows both beside each other.
        var sequel = await drafts.OpenAsync(IdAfter(published.Id), me, story.Id, seenVersion: 0, cancellationToken)
            ?? await drafts.OpenAsync(Guid.CreateVersion7(), me, story.Id, seenVersion: 0, cancellationToken); // somebody else took that id
        return sequel is { PublishedAt: not null } ? await OpenAsync(sequel, fields, me, cancellationToken) : sequel;
    }

    async Task<bool> HasAsync(Story story, Dictionary<string, string> fields, Member me, CancellationToken cancellationToken)
    {
        var again = new StoryDraft(me.Id, clock.GetUtcNow(), storyId: story.Id);
        again.BeginWith(story.Content);
        var written = await desk.ReadAsync(StoryFields.ToForm(fields), again, cancellationToken);
        return (await parts.ChangesAsync(story.Content, written.Content)).Count == 0;
    }

    // The same for every window that still shows the published draft.
    static Guid IdAfter(Guid draft) => new(SHA256.HashData(draft.ToByteArray()).AsSpan(0, 16));
}
