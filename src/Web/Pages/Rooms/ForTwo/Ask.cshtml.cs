using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>Asks a member for a room for two.</summary>
sealed class AskModel(AppDb db, CurrentMember current, TalkMaking making, TimeProvider clock, IStringLocalizer<ForTwoText> text) : PageModel, IShownAgain
{
    Member _me = null!;

    public Member Other { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken stop)
    {
        if (!await LoadAsync(handle, stop) || await db.TalkStandingAsync(_me, Other, clock.GetUtcNow(), stop) is not { } standing)
            return NotFound();
        // There is a room, or one of us asked already: that is the page to look at.
        return standing.Kind == TalkStandingKind.MayAsk ? Page() : Redirect(standing.Address);
    }

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken stop)
    {
        if (!await LoadAsync(handle, stop))
            return NotFound();
        var words = CleanText.Lines(Input.Words);
        if (words.Length == 0)
            ModelState.AddModelError("Input.Words", text["GiveWhy"]);
        else if (words.Length > TalkRequest.WordsLimit)
            ModelState.AddModelError("Input.Words", text["TooLong", TalkRequest.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (!ModelState.IsValid)
            return this.Refused();
        return await making.AskAsync(_me.Id, Other.Id, words, stop) is { } room
            ? this.Done(RoomAddress.Of(room), text["BothAsked", Other.Name])
            : this.Done($"/members/{Other.Handle}", text["Asked", Other.Name]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["handle"]!, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string handle, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        var wanted = handle.ToLowerInvariant();
        if (await db.Members.AsNoTracking().VisibleTo(_me).SingleOrDefaultAsync(m => m.Handle == wanted, stop) is not { } other)
            return false;
        Other = other;
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        [Required, MaxLength(TalkRequest.WordsLimit)]
        public string? Words { get; set; }
    }
}
