using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What somebody wants a message to be, as a script sent it or a form.</summary>
/// <param name="OwnerId">Who is to do it; null for whoever marks it.</param>
sealed record Marking(MarkKind Kind, Guid? OwnerId, DateOnly? Due)
{
    /// <summary>Null, and the reasons in <paramref name="errors"/>, when there is no such mark or nobody of that name.</summary>
    public static async Task<Marking?> ReadAsync(AppDb db, MarkInput input, FieldErrors errors, IStringLocalizer text, CancellationToken stop)
    {
        if (!Enum.TryParse<MarkKind>(input.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            errors.Add("kind", text["MarkUnknown"]);
        var handle = CleanText.Line(input.Owner).TrimStart('@').ToLowerInvariant();
        var owner = handle.Length == 0 ? null : await db.Members.Where(m => m.Handle == handle && m.ErasedAt == null).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(stop);
        if (handle.Length > 0 && owner is null)
            errors.Add("owner", text["NobodyOfThatName", handle]);
        return errors.Any ? null : new(kind, owner, kind is MarkKind.Action or MarkKind.Prediction ? input.Due : null);
    }

    public Task<MessageItem?> OnAsync(AppDb db, string slug, long seq, Guid memberId, DateTimeOffset now, CancellationToken stop) =>
        db.ChangeMessageAsync(slug, seq, memberId, async (message, me) => message.MarkBy(me, Kind, await OwnerAsync(db, message.Room, stop), Due, now), stop);

    async Task<Member?> OwnerAsync(AppDb db, Room room, CancellationToken stop)
    {
        if (OwnerId is null)
            return null;
        await db.LoadStandingOfAsync(room, [OwnerId.Value], stop);
        return await db.Members.SingleAsync(m => m.Id == OwnerId, stop);
    }
}
