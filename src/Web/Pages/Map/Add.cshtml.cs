using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
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

/// <summary>Three short steps. What was said in one travels with the next, so nothing is kept before the end.</summary>
sealed class AddModel(AppDb db, CurrentMember me, PlaceReader places, EntryLinks links, Atlas atlas, TopicList topicList, TimeProvider clock, IStringLocalizer<MapText> text) : PageModel, IShownAgain
{
    public const int Who = 1, Where = 2, Check = 3;

    [BindProperty]
    public EntryForm Input { get; set; } = new();

    /// <summary>The step that was filled in.</summary>
    [BindProperty]
    public int Step { get; set; } = Who;

    /// <summary>Set by the button that goes back.</summary>
    [BindProperty]
    public int? Back { get; set; }

    public TopicList.Topics Topics { get; private set; } = null!;
    public bool IsSignedIn { get; private set; }

    /// <summary>As others will see it, on the last step.</summary>
    public string ShownAs { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await me.GetAsync(cancellationToken) is { } member)
            Input = EntryForm.Of(member);
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Step = Math.Clamp(Step, Who, Check);
        if (Back is { } back)
        {
            ModelState.Clear();
            Step = Math.Clamp(back, Who, Check);
            return Page();
        }
        var content = Input.Read(ModelState, Topics, text);
        if (!ModelState.IsValid)
            return RefusedAt(Who);
        if (Step == Who)
            return Next(Where);

        var place = await places.ReadAsync(Input.Where, "Input.Where", ModelState, cancellationToken);
        if (place is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Where.Search", text["PlaceMissing"]);
        if (place is null)
            return RefusedAt(Where);
        if (Step == Where)
        {
            ShownAs = atlas.Words(place.Shown, PageFrame.Language);
            return Next(Check);
        }
        return await me.GetAsync(cancellationToken) is { } member
            ? await AddAsync(MapEntry.OfMember(member, content, place, clock.GetUtcNow()), cancellationToken)
            : await AskAsync(content, place, cancellationToken);
    }

    async Task<IActionResult> AddAsync(MapEntry entry, CancellationToken cancellationToken)
    {
        db.MapEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(EntryAddress.Of(entry.Id), text["Added"]);
    }

    /// <summary>The same answer for every address: who is here is nobody's business.</summary>
    async Task<IActionResult> AskAsync(MapEntryContent content, Place place, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryRead(Input.Email, out var email))
        {
            ModelState.AddModelError("Input.Email", text["EmailWrong"]);
            ShownAs = atlas.Words(place.Shown, PageFrame.Language);
            Step = Check;
            return this.Refused();
        }
        var entry = MapEntry.OfVisitor(await links.HashOfAsync(email, cancellationToken), content, place, clock.GetUtcNow());
        var forgotten = clock.GetUtcNow() - MapEntry.Waits;
        await db.InTransactionAsync(async () =>
        {
            await db.MapEntries.Where(e => e.ConfirmedAt == null && e.AddedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
            if (await links.SendAsync(entry, "MapConfirm", email, cancellationToken))
                db.MapEntries.Add(entry);
            return entry.Id;
        }, cancellationToken);
        return new SeeOther("/map/sent");
    }

    PageResult Next(int step)
    {
        Step = step;
        // The fields show what they hold, not what was posted for another step.
        ModelState.Clear();
        return Page();
    }

    PageResult RefusedAt(int step)
    {
        Step = step;
        return this.Refused();
    }

    async Task LoadAsync(CancellationToken cancellationToken)
    {
        Topics = await topicList.GetAsync();
        IsSignedIn = await me.GetAsync(cancellationToken) is not null;
    }
}
