using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Searches;
using HealthDoers.Domain.Words;
using HealthDoers.Search;
using HealthDoers.Search.Language;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>Keeps the search that the address names.</summary>
sealed class NewModel(AppDb db, CurrentMember current, ISearchEngine index, TimeProvider clock, IStringLocalizer<SearchesText> text) : PageModel
{
    [BindProperty]
    public Wanted Input { get; set; } = new();

    public SearchParameters Asked { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await ReadAsync(stop))
            return this.Done("/search");
        Input.Name = CutName(CleanText.Line(Asked.Q) is { Length: > 0 } words ? words : text["AllOfIt"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await ReadAsync(stop))
            return this.Done("/search");
        var (member, address) = (await current.RequireAsync(stop), Asked.Url()["/search?".Length..]);
        var name = CleanText.Line(Input.Name);
        if (name.Length > SavedSearch.NameLimit)
            ModelState.AddModelError("Input.Name", text["NameTooLong", SavedSearch.NameLimit]);
        if (address.Length > SavedSearch.AddressLimit)
            ModelState.AddModelError("", text["TooLong"]);
        if (await db.SavedSearches.CountAsync(s => s.MemberId == member.Id, stop) >= SavedSearch.MostPerMember)
            ModelState.AddModelError("", text["Full", SavedSearch.MostPerMember]);
        if (!ModelState.IsValid)
            return this.Refused();
        // Pressed twice, it is one search.
        if (!await db.SavedSearches.AnyAsync(s => s.MemberId == member.Id && s.Address == address, stop))
        {
            db.SavedSearches.Add(new(member.Id, name, address, Input.ByMail, clock.GetUtcNow()));
            await db.SaveChangesAsync(stop);
        }
        return this.Done("/searches", text["Saved", name]);
    }

    /// <summary>False when the address asks for nothing that could be waited for.</summary>
    async Task<bool> ReadAsync(CancellationToken stop)
    {
        Asked = SearchAddress.Read(Request.Query) with { Page = null, Size = null, Sort = null };
        var query = Asked.Read(User.Audiences(), out _) with { Language = PageFrame.Language, Size = 1 };
        // A slip would wait for ever.
        if (!string.IsNullOrWhiteSpace(Asked.Q) && (await index.SearchAsync(query, stop)).DidYouMean is { } meant)
            Asked = Asked with { Q = meant };
        return new StandingQuery(query, Lexicon.Empty).AsksAnything;
    }

    static string CutName(string name) => name.Length <= SavedSearch.NameLimit ? name : name[..(SavedSearch.NameLimit - 1)] + "…";

    public sealed class Wanted
    {
        [Required(ErrorMessage = "Required")]
        public string Name { get; set; } = "";

        public bool ByMail { get; set; }
    }
}
