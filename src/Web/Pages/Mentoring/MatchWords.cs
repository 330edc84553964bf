using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Says in one sentence why two people fit: "Also in the countryside, knows food access, has tried “School garden”, and speaks Spanish."</summary>
sealed class MatchWords(AppDb db, TopicList topics, SolutionWords solutions, IStringLocalizer<MentoringText> text)
{
    const int MostParts = 4;
    const int MostTopics = 2;
    const int MostOfAnythingElse = 1;

    // In the order in which a sentence reads well, which is not that of their weight.
    static readonly MatchReasonKind[] Order = [MatchReasonKind.PlaceType, MatchReasonKind.Topic, MatchReasonKind.Tried, MatchReasonKind.Skill, MatchReasonKind.Behaviour, MatchReasonKind.Language, MatchReasonKind.Zone, MatchReasonKind.Rhythm];

    /// <param name="of">The kind of wish of the one who is shown: a mentor knows something, somebody who asks wants to know it.</param>
    public async Task<IReadOnlyList<string>> SayAsync(IReadOnlyCollection<MentoringMatch> matches, WishKind of, CancellationToken stop)
    {
        var slugs = matches.SelectMany(m => m.Reasons).Where(r => r.Kind == MatchReasonKind.Tried).Select(r => r.Value).Distinct().ToList();
        var language = PageFrame.Language;
        var titles = await db.Ideas.Where(i => slugs.Contains(i.Slug)).Select(i => new { i.Slug, Title = i.Translations.Where(t => t.Language == language).Select(t => t.Title).FirstOrDefault() ?? i.Title })
            .ToDictionaryAsync(i => i.Slug, i => i.Title, stop);
        var known = await topics.GetAsync();
        return [.. matches.Select(m => Sentence(m, of, titles, known))];
    }

    /// <summary>What is said: the weightiest of each kind, and of languages first the one that is not the reader's.</summary>
    public static IReadOnlyList<MatchReason> Said(MentoringMatch match, string language) =>
    [
        .. Order.SelectMany(kind => match.Reasons.Where(r => r.Kind == kind).OrderBy(r => kind == MatchReasonKind.Language && r.Value == language).Take(kind == MatchReasonKind.Topic ? MostTopics : MostOfAnythingElse))
            .GroupBy(r => r.Kind).Take(MostParts).SelectMany(g => g),
    ];

    string Sentence(MentoringMatch match, WishKind of, Dictionary<string, string> titles, TopicList.Topics known)
    {
        var parts = Said(match, PageFrame.Language).GroupBy(r => r.Kind).Select(g => Part(g.Key, [.. g.Select(r => Named(r, titles, known))], of)).ToList();
        var sentence = Join(parts, "ListLast");
        return string.Concat(sentence[..1].ToUpper(CultureInfo.CurrentCulture), sentence[1..], ".");
    }

    string Part(MatchReasonKind kind, List<string> named, WishKind of) => text[kind switch
    {
        MatchReasonKind.PlaceType => $"Also{named[0]}",
        MatchReasonKind.Rhythm => $"Wants{named[0]}",
        MatchReasonKind.Zone => "NearClock",
        MatchReasonKind.Language => "Speaks",
        _ => $"{of}{kind}",
    }, Join(named, "And")];

    string Named(MatchReason reason, Dictionary<string, string> titles, TopicList.Topics known) => reason.Kind switch
    {
        MatchReasonKind.Topic => known.BySlug.TryGetValue(reason.Value, out var topic) ? topic.In(PageFrame.Language).Name : reason.Value,
        MatchReasonKind.Tried => titles.GetValueOrDefault(reason.Value, reason.Value),
        MatchReasonKind.Skill => Skill.Find(reason.Value) is { } skill ? solutions.Of(skill, PageFrame.Language).Name : reason.Value,
        MatchReasonKind.Language => CultureInfo.GetCultureInfo(reason.Value).DisplayName,
        _ => reason.Value,
    };

    string Join(List<string> words, string last) =>
        words.Count < 2 ? words[0] : text[last, string.Join(", ", words[..^1]), words[^1]];
}
