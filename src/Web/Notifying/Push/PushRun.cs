using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>Sends what is queued for devices, on one node of the deployment at a time; what a service would not take now is tried again.</summary>
sealed class PushRun(IDbContextFactory<AppDb> dbs, PushSender sender, IStringLocalizer<PushText> text, WriteGate gate, NodeName node, TimeProvider clock, ILogger<PushRun> log) : BackgroundService
{
    const string Lease = "push-run";
    const int AtOnce = 50;
    const int MostRefused = 10;
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var place = new DeploymentPlace(Lease, node.Lease, dbs, gate, clock);
        await place.OpenAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    if (await place.TakeAsync(stoppingToken) is not null)
                        await SendDueAsync(stoppingToken);
                }
                catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(broken, "Messages to devices could not be looked at; they wait");
                }
                await Task.Delay(Look, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        await place.LeaveAsync();
    }

    /// <summary>One look. Services are called side by side, and the answers stored one after the other.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await db.QueuedPushes.Where(q => q.NextAt <= now).OrderBy(q => q.At).Take(AtOnce).ToListAsync(cancellationToken);
        if (due.Count == 0)
            return;
        var (deviceIds, tellIds) = (due.Select(q => q.DeviceId).ToList(), due.Select(q => q.NotificationId).ToList());
        var devices = await db.PushDevices.Where(d => deviceIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var told = await StillToldAsync(db, tellIds, now, cancellationToken);
        var sent = await Task.WhenAll(due.Select(SendAsync));
        foreach (var (push, answer) in sent)
        {
            Note(db, push, devices.GetValueOrDefault(push.DeviceId), answer);
            // Each by itself: a device that was taken away meanwhile takes no other's note along.
            await db.SaveUnlessDoneAsync(cancellationToken);
        }

        async Task<(QueuedPush Push, PushAnswer Answer)> SendAsync(QueuedPush push) =>
            // Read meanwhile, or the device was taken away: nothing to say.
            devices.TryGetValue(push.DeviceId, out var device) && told.TryGetValue(push.NotificationId, out var what)
                ? (push, await sender.SendAsync(device, Message(what.Kind, push.NotificationId, what.Language), cancellationToken))
                : (push, new(PushOutcome.Nothing));
    }

    /// <summary>What nobody has read yet, and its reader may still read.</summary>
    static async Task<Dictionary<Guid, (NotificationKind Kind, string Language)>> StillToldAsync(AppDb db, List<Guid> ids, DateTimeOffset now, CancellationToken stop)
    {
        Dictionary<Guid, (NotificationKind, string)> still = [];
        var told = await db.Notifications.AsNoTracking().Where(n => ids.Contains(n.Id) && n.ReadAt == null).ToListAsync(stop);
        var memberIds = told.Select(n => n.MemberId).Distinct().ToList();
        foreach (var member in await db.Members.AsNoTracking().Where(m => memberIds.Contains(m.Id) && m.Suspension == null && m.ErasedAt == null).ToListAsync(stop))
        {
            var theirs = told.FindAll(n => n.MemberId == member.Id);
            var open = await NewsAudience.StillAsync(db, member, theirs, now, stop);
            foreach (var notification in theirs.Where(n => open.Contains(n.Id)))
                still[notification.Id] = (notification.Kind, member.Language ?? "en");
        }
        return still;
    }

    void Note(AppDb db, QueuedPush push, PushDevice? device, PushAnswer answer)
    {
        var now = clock.GetUtcNow();
        switch (answer.Outcome)
        {
            case PushOutcome.Later:
                push.Failed(answer.Wait, now);
                if (push.IsTooOld(now))
                    db.Remove(push);
                return;
            case PushOutcome.Taken:
                device?.Took(now);
                break;
            case PushOutcome.Refused:
                device!.WouldNotTake();
                break;
        }
        db.Remove(push);
        // Its other messages go with it.
        if (device is not null && (answer.Outcome == PushOutcome.Gone || device.Refused >= MostRefused) && db.Entry(device).State != EntityState.Deleted)
            db.Remove(device);
    }

    byte[] Message(NotificationKind kind, Guid id, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(new { title = text[PushKinds.TitleOf(kind)].Value, body = text["OpenIt"].Value, url = $"/notifications/{id}", tag = id.ToString("N") }, Json);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
