using System.Globalization;
using System.Text.RegularExpressions;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// What a line gives, laid over what is there: what the line does not speak of stays as it is, and what says the same
/// keeps the very object, so that equal contents compare as equal.
/// </summary>
abstract partial class ContentFields<TContent>(Fields fields, IReadOnlySet<string> topics, Action<string> warn)
{
    public const int ExternalIdLimit = 200;
    const int LabelLimit = 100;

    /// <exception cref="BadLineException">It has none, or it is too long.</exception>
    public string ExternalId { get; } = Line(fields, "externalId", ExternalIdLimit) is { Length: > 0 } id
        ? id
        : throw new BadLineException("has no externalId, by which a later import would know it again");

    protected Fields Given => fields;

    /// <exception cref="BadLineException">The title is missing or something is too long.</exception>
    public abstract TContent Over(TContent there);

    protected void Warn(string sentence) => warn(sentence);

    protected string? Language()
    {
        if (fields.Text("language") is not { Length: > 0 } given)
            return null;
        if (LanguageName().IsMatch(given))
            return given;
        warn($"\"{Short(given)}\" is no language, so it stays as it was");
        return null;
    }

    protected StoryPlace? Place(StoryPlace? there)
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

    protected int? Year(string name)
    {
        if (fields.Text(name) is not { Length: > 0 } given)
            return null;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200)
            return year;
        warn($"\"{Short(given)}\" is no {name}, so it is left out");
        return null;
    }

    protected (List<string> Known, List<string> Free) Topics(List<string> there, List<string> thereFree)
    {
        var given = Lines("topics", LabelLimit);
        var free = Lines("tags", LabelLimit) ?? (given is null ? thereFree : []);
        if (given is null)
            return (there, Same(thereFree, free));
        bool IsKnown(string topic) => topics.Contains(topic) || there.Contains(topic);
        foreach (var unknown in given.Where(t => !IsKnown(t)))
        {
            warn($"\"{Short(unknown)}\" is no topic here, so it becomes a free tag");
            free.Add(unknown);
        }
        free = [.. free.Distinct()];
        if (free.Count > StoryContent.ListLimit)
            throw new BadLineException($"has more than {StoryContent.ListLimit} tags");
        return (Same(there, [.. given.Where(IsKnown)]), Same(thereFree, free));
    }

    protected List<string> Codes(string name, List<string> there, Func<string, string?> known, string what)
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

    protected string? Url()
    {
        if (fields.Text("url")?.Trim() is not { Length: > 0 } given)
            return null;
        if (SafeAddress.IsWeb(given))
            return given;
        warn($"\"{Short(given)}\" is no web address, so it is left out");
        return null;
    }

    protected string? Optional(string name, string? there) => OneLine(name, there ?? "") is { Length: > 0 } text ? text : null;

    protected string OneLine(string name, string there, int limit = StoryContent.LineLimit) =>
        Line(fields, name, limit) is not { } given || given == CleanText.Line(there) ? there : given;

    protected string Answer(string name, string there, int limit = StoryContent.AnswerLimit)
    {
        if (fields.Text(name) is not { } given)
            return there;
        var clean = CleanText.Lines(given);
        if (clean.Length > limit)
            throw TooLong(name, limit);
        return clean == CleanText.Lines(there) ? there : clean;
    }

    protected List<string> List(string name, List<string> there, int limit) =>
        Lines(name, limit) is { } given ? Same(there, given) : there;

    protected List<string>? Lines(string name, int limit, int most = StoryContent.ListLimit)
    {
        if (fields.List(name) is not { } given)
            return null;
        List<string> lines = [.. Clean(given.Select(item => CheckedLine(name, item, limit)))];
        return lines.Count <= most ? lines : throw new BadLineException($"has more than {most} {name}");
    }

    protected static IEnumerable<string> Clean(IEnumerable<string> lines) => lines.Select(CleanText.Line).Where(l => l.Length > 0).Distinct();

    protected static List<string> Same(List<string> there, List<string> given) => Clean(there).SequenceEqual(given) ? there : given;

    static string? Line(Fields fields, string name, int limit) => fields.Text(name) is { } given ? CheckedLine(name, given, limit) : null;

    protected static string CheckedLine(string name, string given, int limit) =>
        CleanText.Line(given) is var clean && clean.Length <= limit ? clean : throw TooLong(name, limit);

    protected static BadLineException TooLong(string name, int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"has a {name} longer than {limit:N0} characters"));

    protected static string Short(string given) => given.Length <= 60 ? CleanText.Line(given) : CleanText.Line(given[..60]) + "…";

    [GeneratedRegex("^(?=.{2,10}$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageName();
}
