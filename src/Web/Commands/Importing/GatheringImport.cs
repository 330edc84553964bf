using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Commands.Exporting;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Places;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// Gatherings from elsewhere, announced by the member "Imported". One that is known is changed, unless a member announced
/// it: then it is theirs. What is over comes too late and is left out.
/// </summary>
sealed class GatheringImport(IDbContextFactory<AppDb> dbs, Atlas atlas, TimeProvider clock, Action<string> say) : ImportedKind(say)
{
    List<Topic> _topics = [];
    Guid _importedId;
    BelongingSlugs _belonging = null!;

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _importedId = (await ImportedMember.FindOrAddAsync(db, clock.GetUtcNow(), cancellationToken)).Id;
        _topics = await db.Topics.AsNoTracking().ToListAsync(cancellationToken);
        _belonging = await BelongingSlugs.ReadAsync(db, cancellationToken);
    }

    protected override async Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        List<(Line Line, GatheringFields Fields)> given = [];
        foreach (var line in lines)
            if (Try(line, () => new GatheringFields(line.Fields!), out var fields) && IsFirst(line, fields.ExternalId))
                given.Add((line, fields));

        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        // Members answer meanwhile, so changes take their turn among them.
        var tally = await db.InTurnAsync(async () =>
        {
            var known = await KnownAsync(db, [.. given.Select(g => g.Fields.ExternalId)], cancellationToken);
            var imported = await db.Members.SingleAsync(m => m.Id == _importedId, cancellationToken);
            var taken = new Tally();
            foreach (var (line, fields) in given)
                taken += await TakeAsync(db, line, fields, known.GetValueOrDefault(fields.ExternalId), imported, cancellationToken);
            return taken;
        }, cancellationToken);
        return tally with { Skipped = lines.Count - tally.Taken };
    }

    async Task<Tally> TakeAsync(AppDb db, Line line, GatheringFields fields, Gathering? there, Member imported, CancellationToken cancellationToken)
    {
        try
        {
            var form = fields.Over(there is null ? new() : FormOf(there));
            var plan = await PlanAsync(fields, form, there, cancellationToken);
            var belongs = _belonging.Of(form, slug => Warn(line, $"\"{slug}\" is no hub, community or open room here; it is left out"));
            if (there is null)
            {
                db.Gatherings.Add(await AnnouncedAsync(db, fields.ExternalId, plan, belongs, imported, cancellationToken));
                return new(Imported: 1);
            }
            if (there.Says(plan) && belongs == new Belonging(there.HubId, there.ListingId, there.RoomId))
                return new(Unchanged: 1);
            if (!there.IsHostedBy(imported) || there.Cancellation is not null)
                throw new BadLineException("is a gathering that a member of this site announced or that is cancelled, so it stays as it is");
            there.Edit(plan, imported, there.Version, Zones.ClockOf(plan.Schedule.Zone), clock.GetUtcNow());
            there.BelongTo(belongs.HubId, belongs.ListingId, belongs.RoomId);
            return new(Updated: 1);
        }
        catch (BadLineException bad)
        {
            Skip(line, bad.Message);
            return new();
        }
    }

    async Task<Gathering> AnnouncedAsync(AppDb db, string externalId, GatheringPlan plan, Belonging belongs, Member imported, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var gathering = new Gathering(plan.Content, plan.Schedule, await db.FreeGatheringSlugAsync(plan.Content.Title, cancellationToken), imported, now);
        gathering.CameFrom(externalId);
        gathering.PutAt(plan.Place, plan.Link);
        gathering.BelongTo(belongs.HubId, belongs.ListingId, belongs.RoomId);
        return gathering.PlanAhead(Zones.ClockOf(plan.Schedule.Zone), now).Count > 0 ? gathering : throw new BadLineException("is over");
    }

    /// <exception cref="BadLineException">It cannot be taken.</exception>
    async Task<GatheringPlan> PlanAsync(GatheringFields fields, GatheringForm form, Gathering? there, CancellationToken cancellationToken)
    {
        var reader = new GatheringReader(_topics, clock.GetUtcNow(), there, takesBegun: true);
        var (content, link, schedule) = (reader.Content(form), reader.Link(form), reader.Schedule(form));
        if (schedule is null || reader.Faults.Count > 0)
            throw new BadLineException($"cannot be taken because of its {string.Join(", ", reader.Faults.Select(f => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(f.Field)).Distinct())}");
        return new(content, schedule, content.IsInPerson ? await PlaceAsync(fields.Line, there?.Place, cancellationToken) : null, content.IsOnline ? link : "");
    }

    /// <summary>What says where it is shown already leaves the place as it is: an export does not tell the true one.</summary>
    async Task<Place?> PlaceAsync(Fields line, Place? there, CancellationToken cancellationToken)
    {
        if (LinePlace.Read(line, atlas) is not var (point, named))
            return there;
        var precision = LinePlace.PrecisionOf(line);
        return there is not null && (there.Precision, there.Public) == (precision, point) ? there : await atlas.PlaceAsync(point, precision, named, cancellationToken);
    }

    GatheringForm FormOf(Gathering there)
    {
        var form = GatheringForm.From(there);
        (form.Hub, form.Of, form.Room) = _belonging.SlugsOf(there);
        return form;
    }

    static async Task<Dictionary<string, Gathering>> KnownAsync(AppDb db, List<string> externalIds, CancellationToken cancellationToken)
    {
        var ids = externalIds.Select(id => Guid.TryParseExact(id, "D", out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        return await db.Gatherings.WithAll().Where(g => externalIds.Contains(g.ExternalId!) || g.ExternalId == null && ids.Contains(g.Id))
            .ToDictionaryAsync(g => g.ExternalId ?? g.Id.ToString(), cancellationToken);
    }
}
