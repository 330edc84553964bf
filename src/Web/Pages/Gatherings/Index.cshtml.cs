using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What is to come, by month, or what was.</summary>
[KeptForVisitors(PageArea.Gatherings)]
sealed class IndexModel(AppDb db, TopicList topicList, HubList hubList, Atlas atlas, TimeProvider clock, IStringLocalizer<GatheringsText> text) : PageModel
{
    const int MonthsShown = 3;
    const int MostRead = 600;
    const int PastShown = 30;

    public GatheringFilter Filter { get; private set; } = new();
    public IReadOnlyList<GatheringMonth> Months { get; private set; } = [];
    public bool IsPast { get; private set; }

    /// <summary>A place was asked for that nobody knows.</summary>
    public bool IsNowhere { get; private set; }
    public string? Later { get; private set; }
    public string? Earlier { get; private set; }
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Hubs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Ways { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = GatheringFilter.From(Request.Query);
        IsPast = Request.Query["when"] == "past";
        await LoadChoicesAsync();
        var centre = Filter.Centre(atlas);
        IsNowhere = Filter.Place is not null && centre is null;
        if (IsNowhere)
            return;
        bool IsNear(GatheringRow row) => centre is not { } point || row.Place is { } place && place.Shown.Point.KilometresTo(point) <= GatheringFilter.Near;
        var rows = db.Occurrences.Planned().AsNoTracking();
        if (IsPast)
            await ReadPastAsync(rows, IsNear, cancellationToken);
        else
            await ReadComingAsync(rows, IsNear, cancellationToken);
    }

    async Task ReadComingAsync(IQueryable<Occurrence> all, Func<GatheringRow, bool> isNear, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asked = DateOnly.TryParseExact(Request.Query["from"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToDateTime(default) : now.UtcDateTime;
        var from = new DateTimeOffset(asked, TimeSpan.Zero) is var wanted && wanted > now ? wanted : now;
        var ahead = all.Where(o => o.EndsAt > from).OrderBy(o => o.StartsAt).ThenBy(o => o.Id).Rows(Filter.Narrow(db, db.Gatherings.Public()));
        var near = (await ahead.Take(MostRead).ToListAsync(cancellationToken)).Where(isNear).ToList();
        if (from > now)
            Earlier = Filter.Url(GatheringAddress.All);
        if (near.Count == 0)
            return;
        var end = new DateOnly(near[0].Start.Year, near[0].Start.Month, 1).AddMonths(MonthsShown).ToDateTime(default);
        Months = near.Where(r => r.Start < end).ByMonth();
        if (near.Exists(r => r.Start >= end))
            Later = Filter.Url(GatheringAddress.All, ("from", end.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    }

    async Task ReadPastAsync(IQueryable<Occurrence> all, Func<GatheringRow, bool> isNear, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var past = all.Where(o => o.EndsAt <= now).Standing(db).OrderByDescending(o => o.StartsAt).ThenByDescending(o => o.Id).Rows(Filter.Narrow(db, db.Gatherings.Public()));
        Months = (await past.Take(MostRead).ToListAsync(cancellationToken)).Where(isNear).Take(PastShown).ByMonth();
    }

    async Task LoadChoicesAsync()
    {
        var language = PageFrame.Language;
        Topics = Choices(Filter.Topic, (await topicList.GetAsync()).In(language).Select(t => (t.Slug, t.In(language).Name)));
        Hubs = Choices(Filter.Hub, (await hubList.GetAsync()).InOrder(language).Select(h => (h.Slug, h.In(language).Name)));
        Ways = Choices(Filter.How, [("inPerson", text["FormatInPerson"]), ("online", text["FormatOnline"])]);
        Languages = Choices(Filter.Language, StoryLanguages.Items.Select(l => (l.Value, l.Text)));
    }

    List<SelectListItem> Choices(string? chosen, IEnumerable<(string Value, string Name)> all) =>
        [new(text["Any"], ""), .. all.Select(c => new SelectListItem(c.Name, c.Value, c.Value == chosen))];
}
