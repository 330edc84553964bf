using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What a member offers and asks, whom they asked, and the pacts they are in. What they said there is with the messages.</summary>
sealed class MentoringData(AppDb db, PactMeetings meetings, TimeProvider clock) : IPersonalData
{
    public string Name => "mentoring";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. (await db.MentoringWishes.AsNoTracking().Where(w => w.MemberId == memberId).ToListAsync(cancellationToken))
            .Select(w => new { What = w.Kind == WishKind.Offer ? "offer" : "ask", w.Terms, w.Form, w.Places, w.OpenedAt, w.RestsSince }),
        .. await db.MentoringPasses.Where(p => p.ById == memberId).OrderBy(p => p.At)
            .Select(p => new { What = "passed over", Who = db.Members.Single(m => m.Id == p.OtherId).Handle, p.At }).ToListAsync(cancellationToken),
        .. (await db.MentoringRequests.AsNoTracking().Where(r => r.FromId == memberId || r.ToId == memberId).OrderBy(r => r.At).ToListAsync(cancellationToken))
            // The no of somebody else is theirs to tell.
            .Select(r => new { What = r.FromId == memberId ? "request" : "request to you", r.Words, r.Plan, r.At, Answer = r.FromId == memberId && r.Answer?.Kind == RequestAnswerKind.Declined ? null : r.Answer }),
        .. (await WithAll(db.Pacts.AsNoTracking().Where(p => p.Members.Any(m => m.MemberId == memberId))).OrderBy(p => p.MadeAt).AsSplitQuery().ToListAsync(cancellationToken))
            .Select(p => new
            {
                What = "pact", p.Plan, Role = p.Members.Single(m => m.MemberId == memberId).Role, p.Notes, p.MadeAt, p.Ending,
                Questions = p.Questions.Where(q => q.ById == memberId).Select(q => new { q.Words, q.At, q.Helped, q.AnsweredAt }),
                Goals = p.Goals.Select(g => new { g.Words, g.Due, g.ReachedAt }),
                Learned = p.Learnings.Where(l => l.ById == memberId).Select(l => l.Words),
            }),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        foreach (var pact in await WithAll(db.Pacts.Where(p => p.Members.Any(m => m.MemberId == memberId))).AsSplitQuery().ToListAsync(cancellationToken))
        {
            pact.Forget(memberId, clock.GetUtcNow());
            await meetings.EndWithAsync(pact, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.MentoringRequests.Where(r => r.FromId == memberId || r.ToId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.MentoringPasses.Where(p => p.ById == memberId || p.OtherId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.MentoringWishes.Where(w => w.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
    }

    static IQueryable<Pact> WithAll(IQueryable<Pact> pacts) =>
        pacts.Include(p => p.Members).Include(p => p.Questions).Include(p => p.Goals).Include(p => p.Learnings);
}
