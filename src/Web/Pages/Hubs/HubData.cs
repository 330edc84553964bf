using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>What a member is in hubs: memberships with answers, roles, shared stories, decisions about them and applications.</summary>
sealed class HubData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "hubs";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var memberships = await db.HubMemberships.AsNoTracking().Where(m => m.MemberId == memberId).OrderBy(m => m.At)
            .Select(m => new { Hub = db.Hubs.Single(h => h.Id == m.HubId).Slug, m.State, m.At, m.BannedUntil, m.Answers, Agreement = db.HubAgreements.Where(a => a.Id == m.AgreementId).Select(a => a.Points).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var terms = await db.HubTerms.AsNoTracking().Where(t => t.MemberId == memberId).OrderBy(t => t.From)
            .Select(t => new { Hub = db.Hubs.Single(h => h.Id == t.HubId).Slug, Role = db.Set<HubRole>().Single(r => r.Id == t.RoleId).Words, t.From, t.Until, t.EndedAt })
            .ToListAsync(cancellationToken);
        var shares = await db.HubShares.AsNoTracking().Where(s => s.ById == memberId).OrderBy(s => s.At)
            .Select(s => new { Hub = db.Hubs.Single(h => h.Id == s.HubId).Slug, Story = db.Stories.Single(t => t.Id == s.StoryId).Slug, s.State, s.At }).ToListAsync(cancellationToken);
        var decisions = await db.HubDecisions.AsNoTracking().Where(d => d.MemberId == memberId).OrderBy(d => d.At).ToListAsync(cancellationToken);
        var foundings = await db.HubFoundings.AsNoTracking().Where(f => f.ById == memberId).OrderBy(f => f.AskedAt).ToListAsync(cancellationToken);
        return
        [
            .. memberships.Select(m => new { What = "membership", m.Hub, m.State, m.At, m.BannedUntil, m.Answers, m.Agreement }),
            .. terms.Select(t => new { What = "role", t.Hub, Role = t.Role.Values.First().Title, t.From, t.Until, t.EndedAt }),
            .. shares.Select(s => new { What = "shared story", s.Hub, s.Story, s.State, s.At }),
            .. decisions.Select(d => new { What = "decision", d.Act, d.Reason, d.At, d.Until, Appeal = d.Appeal?.Words, Answer = d.Answer?.Reason }),
            .. foundings.Select(f => new { What = "application", f.State, f.Words, f.AskedAt, Answer = f.Answer?.Words }),
        ];
    }

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mine = await db.HubMemberships.Where(m => m.MemberId == memberId).ToListAsync(cancellationToken);
        var hubIds = mine.Select(m => m.HubId).ToList();
        foreach (var hub in await db.Hubs.WithRoles().Where(h => hubIds.Contains(h.Id) || db.HubTerms.Any(t => t.HubId == h.Id && (t.MemberId == memberId || t.SuccessorId == memberId))).ToListAsync(cancellationToken))
            hub.Vacate(memberId, now);
        foreach (var membership in mine)
            membership.Leave();
        db.RemoveRange(mine);
        foreach (var decision in await db.HubDecisions.Where(d => d.MemberId == memberId).ToListAsync(cancellationToken))
            decision.ForgetWords();
        foreach (var founding in await db.HubFoundings.Where(f => f.ById == memberId).ToListAsync(cancellationToken))
            if (founding.State == FoundingState.Accepted)
                founding.ForgetWords();
            else
                db.Remove(founding);
        // A story that a hub took out stays out; the row says only that.
        db.RemoveRange(await db.HubShares.Where(s => s.ById == memberId && (s.State == ShareState.Waiting || (s.State == ShareState.Shown && stays == WhatStays.Nothing))).ToListAsync(cancellationToken));
    }
}
