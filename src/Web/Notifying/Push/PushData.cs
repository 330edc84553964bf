using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>The devices that a member is told in. Their keys are no use to anybody but the browser, and stay out of the archive.</summary>
sealed class PushData(AppDb db) : IPersonalData
{
    public string Name => "devices";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
        [.. await db.PushDevices.Where(d => d.MemberId == memberId).OrderBy(d => d.AddedAt).Select(d => new { What = "device", d.Name, d.Wishes, d.AddedAt, d.LastSentAt }).ToListAsync(cancellationToken)];

    public Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken) =>
        db.PushDevices.Where(d => d.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
}
