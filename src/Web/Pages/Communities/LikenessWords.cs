using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>Says in a sentence how another community is like ours.</summary>
sealed class LikenessWords(AppDb db, TopicList topicList, IStringLocalizer<CommunitiesText> text)
{
    const int MostReasons = 3;

    public async Task<IReadOnlyList<string>> SayAsync(IReadOnlyList<Likeness> likenesses, CancellationToken stop)
    {
        var ids = likenesses.SelectMany(l => l.Reasons).Where(r => r.Kind == LikenessKind.Tried).Select(r => Guid.Parse(r.Value)).Distinct().ToList();
        var language = PageFrame.Language;
        var titles = await db.Ideas.Public().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, Title = i.Translations.Where(t => t.Language == language).Select(t => t.Title).FirstOrDefault() ?? i.Title })
            .ToDictionaryAsync(i => i.Id, i => i.Title, stop);
        var topics = await topicList.GetAsync();
        return [.. likenesses.Select(Sentence)];

        string Sentence(Likeness likeness)
        {
            // One of a kind, so that a sentence says three things and not three topics; topics go together.
            var parts = likeness.Reasons.GroupBy(r => r.Kind).Take(MostReasons).Select(g => text[$"Like{g.Key}", Joined([.. g.Take(2).Select(Named)])].Value).ToList();
            var sentence = Joined(parts);
            return string.Concat(sentence[..1].ToUpper(System.Globalization.CultureInfo.CurrentCulture), sentence[1..], ".");
        }

        string Named(LikenessReason reason) => reason.Kind switch
        {
            LikenessKind.PlaceType => text[$"LikePlace{reason.Value}"],
            LikenessKind.Size => text[$"Size{reason.Value}"],
            LikenessKind.Sector => text[$"Sector{reason.Value}"],
            LikenessKind.Topic => topics.BySlug.TryGetValue(reason.Value, out var topic) ? topic.In(language).Name : reason.Value,
            _ => titles.TryGetValue(Guid.Parse(reason.Value), out var title) ? $"“{title}”" : "…",
        };

        string Joined(List<string> words) => words.Count < 2 ? words[0] : text["LikeAnd", string.Join(", ", words[..^1]), words[^1]];
    }
}
