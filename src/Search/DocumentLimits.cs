using HealthDoers.Search.Language;

namespace HealthDoers.Search;

/// <summary>What goes into the index, whatever comes: a little more than the limits of the forms.</summary>
static class DocumentLimits
{
    const int Short = 500;
    const int Summary = 1_000;
    const int Body = 100_000;
    const int List = 100;
    const int Languages = 5;

    public static SearchDocument Clean(SearchDocument document) => document with
    {
        Title = CleanText.Of(document.Title, Short),
        Summary = CleanText.Of(document.Summary, Summary),
        Body = CleanText.Of(document.Body, Body),
        Topics = [.. document.Topics.Take(List).Select(topic => new SearchTopic(CleanText.Of(topic.Slug, Short), CleanText.Of(topic.Name, Short)))],
        Keywords = Values(document.Keywords),
        Place = document.Place is null ? null : CleanText.Of(document.Place, Short),
        Point = document.Point is { } point && double.IsFinite(point.Latitude) && double.IsFinite(point.Longitude) ? point : null,
        Sources = Values(document.Sources),
        Skills = Values(document.Skills),
        Population = Values(document.Population),
        Audience = Values(document.Audience),
        Translations = [.. document.Translations.Take(Languages).Select(t => new SearchTranslation(
            t.Language, CleanText.Of(t.Title, Short), CleanText.Of(t.Summary, Summary), CleanText.Of(t.Body, Body)))],
    };

    static IReadOnlyList<string> Values(IReadOnlyList<string> values) => [.. values.Take(List).Select(value => CleanText.Of(value, Short))];
}
