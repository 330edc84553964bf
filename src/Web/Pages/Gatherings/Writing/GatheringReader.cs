using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

/// <param name="Field">A property of <see cref="GatheringForm"/>.</param>
/// <param name="Says">A key of <see cref="GatheringsText"/>.</param>
sealed record GatheringFault(string Field, string Says, params object[] With);

/// <summary>Makes a gathering of what was typed: cleans, judges, and refuses by naming faults.</summary>
/// <param name="before">What an edit began with: what was planned then may lie in the past.</param>
/// <param name="takesBegun">A series may have begun already, somewhere else.</param>
sealed class GatheringReader(IReadOnlyCollection<Topic> topics, DateTimeOffset now, Gathering? before = null, bool takesBegun = false)
{
    readonly List<GatheringFault> _faults = [];

    public IReadOnlyList<GatheringFault> Faults => _faults;

    public GatheringContent Content(GatheringForm form)
    {
        var content = new GatheringContent
        {
            Title = Line(form.Title, nameof(form.Title), GatheringContent.TitleLimit),
            What = Within(CleanText.Lines(form.What), nameof(form.What), GatheringContent.WhatLimit),
            Language = form.Language is { } language && StoryLanguages.Knows(language) ? language : before?.Content.Language ?? "en",
            Spoken = [.. form.Spoken.Where(StoryLanguages.Knows).Distinct()],
            Format = Named<GatheringFormat>(form.Format) ?? GatheringFormat.InPerson,
            Venue = Line(form.Venue, nameof(form.Venue), GatheringContent.LineLimit),
            Access = [.. form.Access.Select(Named<AccessKind>).OfType<AccessKind>().Distinct().Order()],
            AccessNote = Line(form.AccessNote, nameof(form.AccessNote), GatheringContent.LineLimit),
            Cost = Line(form.Cost, nameof(form.Cost), GatheringContent.LineLimit),
            Places = Places(form),
            Topics = [.. form.Topics.Where(slug => topics.Any(t => t.Slug == slug)).Distinct()],
        };
        if (content.Title.Length == 0)
            Refuse(nameof(form.Title), "TitleMissing");
        if (content.Topics.Count > GatheringContent.MostTopics)
            Refuse(nameof(form.Topics), "TooMany", GatheringContent.MostTopics);
        if (content.IsInPerson && content.Venue.Length == 0 && form.Where.IsEmpty && before?.Place is null)
            Refuse(nameof(form.Venue), "WhereMissing");
        return content;
    }

    public string Link(GatheringForm form)
    {
        var link = form.Link?.Trim() ?? "";
        if (link.Length > 0 && (link.Length > Gathering.LinkLimit || !SafeAddress.IsWeb(link)))
            Refuse(nameof(form.Link), "LinkWrong");
        return link;
    }

    /// <returns>Null when it cannot be read; the faults say why.</returns>
    public Schedule? Schedule(GatheringForm form) => new ScheduleReader(now, before?.Schedule, takesBegun, Refuse).Read(form);

    int? Places(GatheringForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Places))
            return null;
        if (!int.TryParse(form.Places.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) || places is < 1 or > GatheringContent.MostPlaces)
        {
            Refuse(nameof(form.Places), "PlacesWrong", GatheringContent.MostPlaces.ToString("N0", CultureInfo.CurrentCulture));
            return null;
        }
        var taken = before?.Occurrences.Where(o => !o.IsOverAt(now) && o.Cancellation is null).Max(o => (int?)o.Taken) ?? 0;
        if (places < taken)
            Refuse(nameof(form.Places), "PlacesTaken", taken);
        return places;
    }

    string Line(string? typed, string field, int limit) => Within(CleanText.Line(typed), field, limit);

    string Within(string text, string field, int limit)
    {
        if (text.Length > limit)
            Refuse(field, "TooLong", limit.ToString("N0", CultureInfo.CurrentCulture), (text.Length - limit).ToString("N0", CultureInfo.CurrentCulture));
        return text;
    }

    void Refuse(string field, string says, params object[] with) => _faults.Add(new(field, says, with));

    // Enum.Parse would take numbers, too.
    static T? Named<T>(string? typed) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(typed?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
