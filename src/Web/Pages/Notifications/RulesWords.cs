using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Rules in words: what can be chosen, and what was chosen as a sentence.</summary>
public sealed class RulesWords(AppDb db, IStringLocalizer<NotificationsText> text, IStringLocalizer<SharedText> shared)
{
    Dictionary<string, string>? _topics;
    Dictionary<Guid, string>? _hubs;

    public List<SelectListItem> Ways(bool withNowhere = true) =>
        [.. Enum.GetValues<Way>().OrderByDescending(way => way).Where(way => withNowhere || way != Way.Nowhere).Select(way => new SelectListItem(text[$"Way{way}"], way.ToString()))];

    /// <summary>For one thing: also "as usual".</summary>
    public List<SelectListItem> WaysOrUsual(Way usual) => [new(text["WayUsual", text[$"Way{usual}"].Value.ToLower(CultureInfo.CurrentCulture)], ""), .. Ways()];

    public List<SelectListItem> Rhythms() => [.. Enum.GetValues<DigestRhythm>().Select(rhythm => new SelectListItem(text[$"Rhythm{rhythm}"], rhythm.ToString()))];

    public static List<SelectListItem> Days() =>
        [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Select(day => new SelectListItem(CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day), day.ToString()))];

    /// <param name="none">What no hour is called; null where there has to be one.</param>
    public List<SelectListItem> Hours(string? none = null)
    {
        var hours = Enumerable.Range(0, 24).Select(hour => new SelectListItem(new DateTime(1, 1, 1, hour, 0, 0).ToString(text["PatternHour"], CultureInfo.CurrentCulture), hour.ToString(CultureInfo.InvariantCulture)));
        return none is null ? [.. hours] : [new(none, ""), .. hours];
    }

    public List<SelectListItem> ZoneChoices() => [new(text["ZoneNotSaid"], ""), .. Zones.Names.Select(zone => new SelectListItem(Zones.Spelled(zone), zone))];

    public async Task<List<SelectListItem>> TopicsAsync(CancellationToken stop) =>
        [new(text["Anything"], ""), .. (await TopicNamesAsync(stop)).OrderBy(t => t.Value, StringComparer.CurrentCulture).Select(t => new SelectListItem(t.Value, t.Key))];

    public async Task<List<SelectListItem>> HubsAsync(CancellationToken stop) =>
        [new(text["Anywhere"], ""), .. (await HubNamesAsync(stop)).OrderBy(h => h.Value, StringComparer.CurrentCulture).Select(h => new SelectListItem(h.Value, h.Key.ToString()))];

    public List<SelectListItem> Standings() =>
        [new(text["Anything"], ""), .. Enum.GetValues<EvidenceStanding>().Where(s => s != EvidenceStanding.Idea).Select(s => new SelectListItem(shared[$"Standing{s}"], s.ToString()))];

    public List<SelectListItem> Languages() => [new(text["AnyLanguage"], ""), .. PagesSetup.Languages.Select(l => new SelectListItem(l.NativeName, l.Name))];

    /// <summary>"Only if it is about Food, and it has the word “garden”".</summary>
    public async Task<string> SentenceAsync(OnlyIf? only, CancellationToken stop)
    {
        if (only is null or { SaysNothing: true })
            return text["OnlyIfAll"];
        List<string> parts = [];
        if (only.Topic is { } topic)
            parts.Add(text["OnlyTopic", (await TopicNamesAsync(stop)).GetValueOrDefault(topic, topic)]);
        if (only.Hub is { } hub)
            parts.Add(text["OnlyHub", (await HubNamesAsync(stop)).GetValueOrDefault(hub, "…")]);
        if (only.AtLeast is { } standing)
            parts.Add(text["OnlyStanding", shared[$"Standing{standing}"].Value]);
        if (only.Language is { } language)
            parts.Add(text["OnlyLanguage", CultureInfo.GetCultureInfo(language).NativeName]);
        if (only.Word is { } word)
            parts.Add(text["OnlyWord", word]);
        return text["OnlyIfSentence", string.Join(text["OnlyAnd"], parts)];
    }

    async Task<Dictionary<string, string>> TopicNamesAsync(CancellationToken stop) =>
        _topics ??= (await db.Topics.AsNoTracking().ToListAsync(stop)).ToDictionary(t => t.Slug, t => t.In(PageFrame.Language).Name);

    async Task<Dictionary<Guid, string>> HubNamesAsync(CancellationToken stop) =>
        _hubs ??= (await db.Hubs.AsNoTracking().Standing().ToListAsync(stop)).ToDictionary(h => h.Id, h => h.In(PageFrame.Language).Name);
}
