using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

[KeptForVisitors(PageArea.Hubs)]
sealed class IndexModel(AppDb db, HubList hubList, CurrentMember current, TimeProvider clock) : PageModel
{
    const int LongestQuestion = 200;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    public IReadOnlyList<HubRow> Topical { get; private set; } = [];
    public IReadOnlyList<HubRow> Geographic { get; private set; } = [];

    /// <summary>Those the reader belongs to.</summary>
    public IReadOnlyList<HubRow> Mine { get; private set; } = [];

    /// <summary>Those that cover the place on the reader's own page.</summary>
    public IReadOnlyList<HubRow> Near { get; private set; } = [];
    public string Place { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Q = CleanText.Line(Q) is { Length: > LongestQuestion } endless ? endless[..LongestQuestion] : CleanText.Line(Q);
        var hubs = await hubList.GetAsync();
        var (language, now) = (PageFrame.Language, clock.GetUtcNow());
        var members = await db.HubMemberships.Joined().GroupBy(m => m.HubId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var stewarded = await db.HubTerms.Where(t => t.EndedAt == null && t.From <= now && (t.Until == null || t.Until > now)
            && db.Set<HubRole>().Any(r => r.Id == t.RoleId && r.Stewards)).Select(t => t.HubId).ToHashSetAsync(cancellationToken);
        var rows = hubs.InOrder(language)
            .Select(h => new HubRow(h, h.In(language), Other(h.LanguageFor(language), language), hubs.Find(h.ParentId)?.In(language).Name, members.GetValueOrDefault(h.Id), stewarded.Contains(h.Id)))
            .Where(row => Q.Length == 0 || Says(row, Q)).ToList();
        Topical = [.. rows.Where(r => r.Hub.Kind == HubKind.Topical)];
        Geographic = [.. rows.Where(r => r.Hub.Kind == HubKind.Geographic)];
        if (Q.Length == 0 && await current.GetAsync(cancellationToken) is { } me)
        {
            var joined = await db.HubMemberships.Joined().Where(m => m.MemberId == me.Id).Select(m => m.HubId).ToHashSetAsync(cancellationToken);
            Mine = [.. rows.Where(r => joined.Contains(r.Hub.Id))];
            Place = me.Profile.Place;
            Near = [.. rows.Where(r => r.Hub.Scope.Covers(Place) && !joined.Contains(r.Hub.Id))];
        }
    }

    static string? Other(string language, string page) => language == page ? null : language;

    /// <summary>By words of any language, or by a place that the hub covers.</summary>
    static bool Says(HubRow row, string q) => row.Hub.Scope.Covers(q)
        || q.Split(' ').All(word => row.Hub.Words.Values.Any(w => $"{w.Name} {w.Purpose} {string.Join(' ', w.Priorities)}".Contains(word, StringComparison.CurrentCultureIgnoreCase)));
}

/// <param name="Language">Of the words, where it is not the language of the page.</param>
/// <param name="Parent">The name of the hub it is part of.</param>
public sealed record HubRow(Hub Hub, HubWords Words, string? Language, string? Parent, int Members, bool HasSteward);
