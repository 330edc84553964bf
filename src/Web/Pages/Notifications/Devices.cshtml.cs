using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Notifying.Push;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>The browsers in which a member is told at once, each with what it tells. Turning one on takes a script, everything else does not.</summary>
sealed class DevicesModel(AppDb db, CurrentMember current, Vapid vapid, PushEndpoint endpoints, TimeProvider clock, IStringLocalizer<NotificationsText> text) : PageModel
{
    public IReadOnlyList<PushDevice> Devices { get; private set; } = [];

    /// <summary>What the browser is told when it subscribes.</summary>
    public string Key { get; private set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        var (key, auth) = (Bytes(Input.P256dh), Bytes(Input.Auth));
        if (!endpoints.IsTaken(Input.Endpoint) || !PushCipher.IsPoint(key) || auth.Length != PushCipher.AuthLength)
        {
            ModelState.AddModelError("", text["DeviceWrong"]);
            return this.Refused();
        }
        var me = await current.RequireAsync(stop);
        var hash = PushDevice.HashOf(Input.Endpoint!);
        var others = await db.PushDevices.Where(d => d.MemberId == me.Id && d.EndpointHash != hash).OrderBy(d => d.AddedAt).ToListAsync(stop);
        // The oldest makes room.
        db.RemoveRange(others.Take(Math.Max(0, others.Count + 1 - PushDevice.MostPerMember)));
        // On a shared phone it is the one who turned it on last.
        db.RemoveRange(await db.PushDevices.Where(d => d.EndpointHash == hash).ToListAsync(stop));
        await db.SaveUnlessDoneAsync(stop);
        var name = CleanText.Line(Input.Name);
        db.PushDevices.Add(new()
        {
            MemberId = me.Id,
            Name = name.Length == 0 ? text["ThisBrowser"] : name[..Math.Min(name.Length, PushDevice.NameLimit)],
            Endpoint = Input.Endpoint!,
            EndpointHash = hash,
            Key = key,
            Auth = auth,
            AddedAt = clock.GetUtcNow(),
        });
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/notifications/devices", text["DeviceAdded"]);
    }

    public async Task<IActionResult> OnPostChooseAsync(Guid id, bool said, bool waits, CancellationToken stop)
    {
        if (await MineAsync(id, stop) is not { } device)
            return NotFound();
        device.Wishes = (said ? PushWishes.SaidToMe : PushWishes.None) | (waits ? PushWishes.WaitsOnMe : PushWishes.None);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/notifications/devices", text["ByMailSaved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop)
    {
        if (await MineAsync(id, stop) is { } device)
            db.Remove(device);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/notifications/devices", text["DeviceRemoved"]);
    }

    async Task LoadAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        Devices = await db.PushDevices.AsNoTracking().Where(d => d.MemberId == me.Id).OrderBy(d => d.AddedAt).ToListAsync(stop);
        Key = await vapid.PublicKeyAsync(stop);
    }

    Task<PushDevice?> MineAsync(Guid id, CancellationToken stop) => db.PushDevices.SingleOrDefaultAsync(d => d.Id == id && d.MemberId == current.Id, stop);

    static byte[] Bytes(string? written)
    {
        try
        {
            return written is { Length: < 200 } ? Base64Url.DecodeFromChars(written.TrimEnd('=')) : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>What the browser says of its subscription.</summary>
    [ValidateNever]
    public sealed class Form
    {
        [StringLength(PushDevice.NameLimit)]
        public string? Name { get; set; }
        public string? Endpoint { get; set; }
        public string? P256dh { get; set; }
        public string? Auth { get; set; }
    }
}
