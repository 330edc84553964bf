using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <param name="Field">A property of <see cref="ListingForm"/>.</param>
/// <param name="Says">A key of <see cref="CommunitiesText"/>.</param>
sealed record ListingFault(string Field, string Says, params object[] With);

/// <summary>Makes a profile of what was typed: cleans, judges, and refuses by naming faults.</summary>
/// <param name="before">What an edit began with: what the form does not ask about stays.</param>
sealed class ListingReader(ListingKind kind, IReadOnlyCollection<Topic> topics, ListingContent? before = null)
{
    const int MostTopics = 12;

    readonly List<ListingFault> _faults = [];

    public IReadOnlyList<ListingFault> Faults => _faults;

    public ListingContent Read(ListingForm form)
    {
        var language = PagesSetup.Languages.Any(l => l.Name == form.Language) ? form.Language! : before?.Language ?? "en";
        var words = ReadWords(form);
        var (from, to) = (Year(form.FromYear, nameof(form.FromYear)), Year(form.ToYear, nameof(form.ToYear)));
        if (from > to)
            Refuse(nameof(form.ToYear), "YearsReversed");
        var chosen = form.Topics.Where(slug => topics.Any(t => t.Slug == slug)).Distinct().ToList();
        if (chosen.Count > MostTopics)
            Refuse(nameof(form.Topics), "TooMany", MostTopics);
        var content = (before ?? new() { Language = language }).With(language, words) with
        {
            Place = ReadPlace(form),
            PlaceType = Named<PlaceType>(form.PlaceType) ?? PlaceType.Unsaid,
            Size = Named<CommunitySize>(form.Size) ?? CommunitySize.Unsaid,
            Sectors = [.. form.Sectors.Select(Named<Sector>).OfType<Sector>().Distinct()],
            Topics = chosen,
            WelcomesVisits = form.WelcomesVisits,
            FromYear = from,
            ToYear = to,
            Url = ReadUrl(form.Url),
            Legs = [.. Tripod.Legs.Select(leg => ReadLeg(form, leg)).Where(l => l.People > 0)],
        };
        if (kind == ListingKind.Partner && content.Sectors.Count == 0)
            Refuse(nameof(form.Sectors), "SectorMissing");
        return content;
    }

    ListingWords ReadWords(ListingForm form)
    {
        var words = new ListingWords
        {
            Name = Line(form.Name, nameof(form.Name), ListingContent.NameLimit),
            Summary = Line(form.Summary, nameof(form.Summary), ListingContent.SummaryLimit),
            Aims = Text(form.Aims, nameof(form.Aims)),
            Assets = Text(form.Assets, nameof(form.Assets)),
            Brings = Text(form.Brings, nameof(form.Brings)),
            Needs = Text(form.Needs, nameof(form.Needs)),
        };
        if (words.Name.Length == 0)
            Refuse(nameof(form.Name), "NameMissing");
        if (words.Summary.Length == 0)
            Refuse(nameof(form.Summary), "SummaryMissing");
        return words;
    }

    ListingPlace? ReadPlace(ListingForm form)
    {
        var name = Line(form.Place, nameof(form.Place), ListingContent.LineLimit);
        if (name.Length == 0)
        {
            if (kind == ListingKind.Community)
                Refuse(nameof(form.Place), "PlaceMissing");
            return null;
        }
        return before?.Place is { } place && place.Name == name ? place : new(name);
    }

    string ReadUrl(string? typed)
    {
        var url = typed?.Trim() ?? "";
        if (url.Length > 0 && (url.Length > ListingContent.LineLimit || !SafeAddress.IsWeb(url)))
            Refuse(nameof(ListingForm.Url), "UrlWrong");
        return url;
    }

    LegCount ReadLeg(ListingForm form, TripodLeg leg)
    {
        var typed = form.People.GetValueOrDefault(leg.ToString())?.Trim() ?? "";
        var roles = Line(form.Roles.GetValueOrDefault(leg.ToString()), $"Roles[{leg}]", ListingContent.LineLimit);
        if (typed.Length == 0)
        {
            // Roles without a number are somebody all the same.
            return new(leg, roles.Length > 0 ? 1 : 0, roles);
        }
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people <= LegCount.Most)
            return new(leg, people, roles);
        Refuse($"People[{leg}]", "PeopleWrong", LegCount.Most);
        return new(leg, 0, roles);
    }

    int? Year(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= ListingContent.FirstYear and <= ListingContent.LastYear)
            return year;
        Refuse(field, "YearWrong", $"{ListingContent.FirstYear}", $"{ListingContent.LastYear}");
        return null;
    }

    string Line(string? typed, string field, int limit) => Within(CleanText.Line(typed), field, limit);

    string Text(string? typed, string field) => Within(CleanText.Lines(typed), field, ListingContent.TextLimit);

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
