using System.Globalization;
using System.Text.RegularExpressions;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// A story as a line gives it, laid over the one that is there: what the line does not speak of stays as it is, and
/// what says the same keeps the very object, so that equal contents compare as equal.
/// </summary>
sealed partial class StoryFields(Fields fields, IReadOnlySet<string> topics, Action<string> warn)
{
    public const int ExternalIdLimit = 200;
    const int LabelLimit = 100;

    /// <exception cref="BadLineException">It has none, or it is too long.</exception>
    public string ExternalId { get; } = Line(fields, "externalId", ExternalIdLimit) is { Length: > 0 } id
        ? id
        : throw new BadLineException("has no externalId, by which a later import would know it again");

    /// <exception cref="BadLineException">The title is missing or something is too long.</exception>
    public StoryContent Over(StoryContent there)
    {
        var words = Words(there.Words);
        var (known, free) = Topics(there);
        return there with
        {
            Kind = Kind() ?? there.Kind,
            Language = Language() ?? there.Language,
            Words = words == there.Words ? there.Words : words,
            Organisation = OneLine("organisation", there.Organisation),
            Place = Place(there.Place),
            Partners = List("partners", there.Partners, StoryContent.LineLimit),
            FromYear = Year("fromYear") ?? there.FromYear,
            ToYear = Year("toYear") ?? there.ToYear,
            Topics = known,
            Tags = free,
            Skills = Codes("skills", there.Skills, code => Skill.Find(code.ToUpperInvariant())?.Code, "a skill"),
            Behaviours = Behaviours(there.Behaviours),
            Source = Source(there.Source, words.Title),
        };
    }

    StoryWords Words(StoryWords there)
    {
        var title = OneLine("title", there.Title, StoryContent.TitleLimit);
        return CleanText.IsBlank(title) ? throw new BadLineException("has no title") : there with
        {
            Title = title,
            Summary = OneLine("summary", there.Summary, StoryContent.SummaryLimit),
            Problem = Answer("problem", there.Problem),
            ForWhom = Answer("forWhom", there.ForWhom),
            WhatWeDid = Answer("whatWeDid", there.WhatWeDid),
            WhatChanged = Answer("whatChanged", there.WhatChanged),
            HowWeKnow = Answer("howWeKnow", there.HowWeKnow),
            Advice = Answer("advice", there.Advice),
            Body = Answer("body", there.Body, StoryContent.BodyLimit),
        };
    }

    StoryKind? Kind()
    {
        if (fields.Text("kind") is not { Length: > 0 } given)
            return null;
        if (Enum.TryParse<StoryKind>(given.Trim(), ignoreCase: true, out var kind) && !given.Any(char.IsAsciiDigit))
            return kind;
        warn($"\"{Short(given)}\" is no kind of story, so it becomes a story");
        return StoryKind.Story;
    }

    string? Language()
    {
        if (fields.Text("language") is not { Length: > 0 } given)
            return null;
        if (LanguageName().IsMatch(given))
            return given;
        warn($"\"{Short(given)}\" is no language, so it stays as it was");
        return null;
    }

    StoryPlace? Place(StoryPlace? there)
    {
        var name = OneLine("place", there?.Name ?? "");
        var latitude = Degrees("lat", 90) ?? (fields.Text("lat") is null ? there?.Latitude : null);
        var longitude = Degrees("lon", 180) ?? (fields.Text("lon") is null ? there?.Longitude : null);
        if (name.Length == 0)
        {
            if (latitude is not null || longitude is not null)
                warn("has a point without the name of a place, so it has no place");
            return null;
        }
        if (latitude is null != longitude is null)
        {
            warn("has half a point only, so its place has none");
            (latitude, longitude) = (null, null);
        }
        var slug = there is not null && there.Name == name ? there.Slug : Slug.From(name, "place");
        return new StoryPlace(name, slug, latitude, longitude) is var place && place == there ? there : place;
    }

    double? Degrees(string name, double most)
    {
        if (fields.Text(name) is not { Length: > 0 } given)
            return null;
        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            return degrees;
        warn($"\"{Short(given)}\" is no {name}, so it is left out");
        return null;
    }

    int? Year(string name)
    {
        if (fields.Text(name) is not { Length: > 0 } given)
            return null;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200)
            return year;
        warn($"\"{Short(given)}\" is no {name}, so it is left out");
        return null;
    }

    (List<string> Known, List<string> Free) Topics(StoryContent there)
    {
        var given = Lines("topics", LabelLimit);
        var free = Lines("tags", LabelLimit) ?? (given is null ? there.Tags : []);
        if (given is null)
            return (there.Topics, Same(there.Tags, free));
        bool IsKnown(string topic) => topics.Contains(topic) || there.Topics.Contains(topic);
        foreach (var unknown in given.Where(t => !IsKnown(t)))
        {
            warn($"\"{Short(unknown)}\" is no topic here, so it becomes a free tag");
            free.Add(unknown);
        }
        free = [.. free.Distinct()];
        if (free.Count > StoryContent.ListLimit)
            throw new BadLineException($"has more than {StoryContent.ListLimit} tags");
        return (Same(there.Topics, [.. given.Where(IsKnown)]), Same(there.Tags, free));
    }

    List<int> Behaviours(List<int> there)
    {
        var codes = Codes("behaviours", [.. there.Select(b => b.ToString(CultureInfo.InvariantCulture))], code =>
            int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Behaviour.All.Any(b => b.Number == number)
                ? number.ToString(CultureInfo.InvariantCulture) : null, "a behaviour (1 to 28)");
        List<int> given = [.. codes.Select(code => int.Parse(code, CultureInfo.InvariantCulture))];
        return given.SequenceEqual(there) ? there : given;
    }

    List<string> Codes(string name, List<string> there, Func<string, string?> known, string what)
    {
        if (Lines(name, StoryContent.LineLimit, Behaviour.All.Count) is not { } given)
            return there;
        List<string> codes = [];
        foreach (var code in given)
            if (known(code) is { } good)
                codes.Add(good);
            else
                warn($"\"{Short(code)}\" is not {what}, so it is left out");
        return Same(there, [.. codes.Distinct()]);
    }

    StorySource? Source(StorySource? there, string storyTitle)
    {
        var url = Url() ?? (fields.Text("url") is null ? there?.Url : null);
        var license = Optional("license", there?.License);
        var publisher = OneLine("publisher", there?.Publisher ?? "");
        var year = Year("year") ?? there?.Year;
        var title = OneLine("sourceTitle", there?.Title ?? "");
        var source = new StorySource(title, publisher, year, url, license);
        if (source == there)
            return there;
        if (source == new StorySource("", "", null, null))
            return null;
        return title == "" ? source with { Title = storyTitle } : source;
    }

    string? Url()
    {
        if (fields.Text("url")?.Trim() is not { Length: > 0 } given)
            return null;
        if (SafeAddress.IsWeb(given))
            return given;
        warn($"\"{Short(given)}\" is no web address, so it is left out");
        return null;
    }

    string? Optional(string name, string? there) => OneLine(name, there ?? "") is { Length: > 0 } text ? text : null;

    string OneLine(string name, string there, int limit = StoryContent.LineLimit) =>
        Line(fields, name, limit) is not { } given || given == CleanText.Line(there) ? there : given;

    string Answer(string name, string there, int limit = StoryContent.AnswerLimit)
    {
        if (fields.Text(name) is not { } given)
            return there;
        var clean = CleanText.Lines(given);
        if (clean.Length > limit)
            throw TooLong(name, limit);
        return clean == CleanText.Lines(there) ? there : clean;
    }

    List<string> List(string name, List<string> there, int limit) =>
        Lines(name, limit) is { } given ? Same(there, given) : there;

    List<string>? Lines(string name, int limit, int most = StoryContent.ListLimit)
    {
        if (fields.List(name) is not { } given)
            return null;
        List<string> lines = [.. Clean(given.Select(item => CheckedLine(name, item, limit)))];
        return lines.Count <= most ? lines : throw new BadLineException($"has more than {most} {name}");
    }

    static IEnumerable<string> Clean(IEnumerable<string> lines) => lines.Select(CleanText.Line).Where(l => l.Length > 0).Distinct();

    static List<string> Same(List<string> there, List<string> given) => Clean(there).SequenceEqual(given) ? there : given;

    static string? Line(Fields fields, string name, int limit) => fields.Text(name) is { } given ? CheckedLine(name, given, limit) : null;

    static string CheckedLine(string name, string given, int limit) =>
        CleanText.Line(given) is var clean && clean.Length <= limit ? clean : throw TooLong(name, limit);

    static BadLineException TooLong(string name, int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"has a {name} longer than {limit:N0} characters"));

    static string Short(string given) => given.Length <= 60 ? CleanText.Line(given) : CleanText.Line(given[..60]) + "…";

    [GeneratedRegex("^(?=.{2,10}$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageName();
}
