using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

/// <summary>
/// Edit my map information: a link from a mail opens one entry, a member sees their own, and whoever lost the mail gets
/// another. Buttons do it, because mail programs open links by themselves.
/// </summary>
sealed class MineModel(AppDb db, CurrentMember me, PlaceReader places, EntryLinks links, Atlas atlas, TopicList topicList, TimeProvider clock, IStringLocalizer<MapText> text) : PageModel, IShownAgain
{
    const int MostShown = 50;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public EntryForm Input { get; set; } = new();

    /// <summary>The version that the form was opened with.</summary>
    [BindProperty]
    public int Version { get; set; }

    public MapEntry? Entry { get; private set; }
    public IReadOnlyList<MapEntry> Own { get; private set; } = [];
    public bool IsSignedIn { get; private set; }

    /// <summary>Somebody else was quicker; both are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The link was followed, and leads nowhere.</summary>
    public bool IsGone => Entry is null && (Key.Length > 0 || Id is not null);

    public string Words(MapEntry entry) => atlas.Words(entry.Place.Shown, PageFrame.Language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (IsGone)
            Response.StatusCode = StatusCodes.Status404NotFound;
        if (Entry is { } entry)
            (Input, Version) = (EntryForm.Of(entry, atlas, PageFrame.Language), entry.Version);
        return Page();
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Entry is null)
            return NotFound();
        Entry.Confirm(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(Here, text["MineConfirmed"]);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Entry is null)
            return NotFound();
        var content = Input.Read(ModelState, await topicList.GetAsync(), text, Entry.Programme);
        var place = await places.ReadAsync(Input.Where, "Input.Where", ModelState, cancellationToken);
        if (place is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Where.Search", text["PlaceMissing"]);
        if (!ModelState.IsValid || place is null)
            return this.Refused();
        try
        {
            Entry.Edit(content, place, Version, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception lost) when (lost is StaleEntryException or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancellationToken);
            if (Entry is null)
                return NotFound();
            (IsStale, Version) = (true, Entry.Version);
            ModelState.Remove(nameof(Version));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        return this.Done(Here, text["MineSaved"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Entry is null)
            return NotFound();
        Entry.Leave();
        db.MapEntries.Remove(Entry);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("/map/mine", text["MineRemoved"]);
    }

    /// <summary>The same answer whether the address has entries or not.</summary>
    public async Task<IActionResult> OnPostLinksAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        ModelState.Clear();
        if (!EmailAddress.TryRead(Input.Email, out var email))
        {
            ModelState.AddModelError("Input.Email", text["EmailWrong"]);
            return this.Refused();
        }
        await links.SendAllAsync(email, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther("/map/sent");
    }

    string Here => Key.Length > 0 ? $"/map/mine?key={Uri.EscapeDataString(Key)}" : $"/map/mine?id={Id}";

    async Task LoadAsync(CancellationToken cancellationToken)
    {
        // The key stands in the address, and is nobody else's business.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var member = await me.GetAsync(cancellationToken);
        IsSignedIn = member is not null;
        if (Key.Length > 0)
            Entry = await links.OpenAsync(Key, cancellationToken);
        else if (member is not null && Id is { } id)
            Entry = await db.MapEntries.SingleOrDefaultAsync(e => e.Id == id && e.OwnerId == member.Id, cancellationToken);
        else if (member is not null)
            Own = await OwnAsync(member, cancellationToken);
    }

    Task<List<MapEntry>> OwnAsync(Member member, CancellationToken cancellationToken) => db.MapEntries.AsNoTracking()
        .Where(e => e.OwnerId == member.Id).OrderByDescending(e => e.ChangedAt).Take(MostShown).ToListAsync(cancellationToken);
}
