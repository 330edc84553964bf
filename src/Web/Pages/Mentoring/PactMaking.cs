using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>A request that is accepted becomes a pact with a private room, or one more person in the pact of a group.</summary>
sealed class PactMaking(AppDb db, WishReader wishes, TimeProvider clock, IStringLocalizer<MentoringText> text)
{
    /// <returns>The id of the pact.</returns>
    public Task<Guid> AcceptAsync(Guid requestId, Guid byId, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        // One after the other, so that the last place has one taker.
        return db.InTurnAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var request = await db.MentoringRequests.SingleAsync(r => r.Id == requestId, stop);
            var ask = await db.MentoringWishes.Include(w => w.Member).SingleAsync(w => w.Id == request.AskId, stop);
            var offer = await db.MentoringWishes.Include(w => w.Member).SingleAsync(w => w.Id == request.OfferId, stop);
            var by = byId == ask.MemberId ? ask.Member : offer.Member;
            request.Accept(ask, offer, by, (await wishes.TakenAsync([offer.Id], stop)).GetValueOrDefault(offer.Id), now);
            var pact = await GroupOfAsync(offer, stop) ?? NewPact(offer, request.Plan, now);
            await LetInAsync(pact, offer.Member, ask.Member, now, stop);
            pact.Join(ask, request.FromId, now);
            return pact.Id;
        }, stop);
    }

    /// <summary>Whoever was asked says no, or whoever asked takes it back. What was accepted meanwhile stays.</summary>
    public Task DropAsync(Guid requestId, Guid byId, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return db.InTurnAsync(async () =>
        {
            var request = await db.MentoringRequests.SingleAsync(r => r.Id == requestId, stop);
            var by = await db.Members.SingleAsync(m => m.Id == byId, stop);
            request.Decline(by, clock.GetUtcNow());
            request.TakeBack(by, clock.GetUtcNow());
            return true;
        }, stop);
    }

    async Task<Pact?> GroupOfAsync(MentoringWish offer, CancellationToken stop) => offer.Form == MentoringForm.Group
        ? await db.Pacts.Open().Include(p => p.Members).FirstOrDefaultAsync(p => p.OfferId == offer.Id && p.Form == MentoringForm.Group, stop)
        : null;

    Pact NewPact(MentoringWish offer, PactPlan plan, DateTimeOffset now)
    {
        var (mentor, language) = (offer.Member, PageFrame.Language);
        var name = plan.Goal.Length > Room.NameLimit ? plan.Goal[..(Room.NameLimit - 1)].TrimEnd() + "…" : plan.Goal;
        var room = new Room($"room-{Guid.NewGuid():N}"[..17], language, new(name, text["RoomPurpose"]), RoomAudience.Private, null, mentor, now);
        db.RoomAgreements.Add(room.Agree([text[$"Confidence{plan.Confidence}"], text["AgreeListen"], text["AgreeSayNo"]], language, mentor, now));
        db.Rooms.Add(room);
        var pact = new Pact(offer, room.Id, plan, now);
        db.Pacts.Add(pact);
        return pact;
    }

    /// <summary>Both of a pair look after their room; in a group the mentor does.</summary>
    async Task LetInAsync(Pact pact, Member mentor, Member mentee, DateTimeOffset now, CancellationToken stop)
    {
        var room = db.Rooms.Local.SingleOrDefault(r => r.Id == pact.RoomId);
        if (room is null)
        {
            var slug = await db.Rooms.Where(r => r.Id == pact.RoomId).Select(r => r.Slug).SingleAsync(stop);
            room = (await db.Rooms.LockedAsync(slug, stop))!;
            await db.RoomMemberships.Where(m => m.RoomId == room.Id).LoadAsync(stop);
        }
        room.Invite(mentee, mentor, now);
        var membership = room.Join(mentee, false, room.AgreementNumber, now);
        if (pact.Form == MentoringForm.OneToOne)
            room.Give(RoomRole.Steward, membership, mentor, now);
    }
}
