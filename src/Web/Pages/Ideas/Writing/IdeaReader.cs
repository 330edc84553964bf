using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <param name="Standing">What its proposer claims, or null.</param>
sealed record WrittenIdea(IdeaContent Content, IdeaClaim? Standing, IReadOnlyList<TypedFault> Faults);

sealed record IdeaClaim(EvidenceStanding Standing, string Reason, string References);

/// <summary>Makes an idea of what was typed. It reads everything and refuses by naming faults.</summary>
/// <param name="before">What an edit began with: the parts that the form does not ask about stay.</param>
sealed class IdeaReader(IReadOnlyCollection<Topic> topics, IdeaContent? before = null) : TypedReader
{
    const int SummaryFromText = 280;

    public WrittenIdea Read(IdeaForm form)
    {
        Begin();
        var (known, tags) = ReadTopics(form.Topics, form.MoreTopics, topics, IdeaContent.ListLimit);
        var (summary, body) = (Line(form.Summary, nameof(form.Summary), IdeaContent.SummaryLimit), Text(form.Body, nameof(form.Body), IdeaContent.BodyLimit));
        var content = (before ?? new()) with
        {
            Language = ReadLanguage(form.Language, before?.Language ?? "en"),
            Words = (before?.Words ?? new()) with
            {
                Title = Line(form.Title, nameof(form.Title), IdeaContent.TitleLimit),
                Summary = summary.Length > 0 ? summary : SafeMarkdown.Excerpt(body, SummaryFromText),
                Body = body,
                ForWhom = Text(form.ForWhom, nameof(form.ForWhom), IdeaContent.AnswerLimit),
                Setting = Text(form.Setting, nameof(form.Setting), IdeaContent.AnswerLimit),
                People = Text(form.People, nameof(form.People), IdeaContent.AnswerLimit),
                Money = Text(form.Money, nameof(form.Money), IdeaContent.AnswerLimit),
                Time = Text(form.Time, nameof(form.Time), IdeaContent.AnswerLimit),
                WhatToWatch = Text(form.WhatToWatch, nameof(form.WhatToWatch), IdeaContent.AnswerLimit),
            },
            Sources = ReadSources(form),
            Place = ReadPlace(Line(form.Place, nameof(form.Place), IdeaContent.LineLimit), before?.Place),
            Topics = known,
            Tags = tags,
            Skills = [.. form.Skills.Select(s => Skill.Find(s)?.Code).OfType<string>().Distinct()],
        };
        if (content.Words.Title.Length == 0)
            Refuse(nameof(form.Title), "TitleMissing");
        if (content.Words.Summary.Length == 0)
            Refuse(nameof(form.Body), "BodyMissing");
        return new(content, ReadStanding(form), [.. Faults]);
    }

    List<IdeaSource> ReadSources(IdeaForm form)
    {
        List<IdeaSource> sources = [];
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            var typed = CleanText.Lines(form[kind]).Split('\n').Select(CleanText.Line).Where(l => l.Length > 0).Distinct().ToList();
            if (typed.Any(l => l.Length > IdeaContent.ReferenceLimit))
                Refuse(kind.ToString(), "LineTooLong", IdeaContent.ReferenceLimit);
            if (typed.Count > IdeaContent.ListLimit)
                Refuse(kind.ToString(), "TooMany", IdeaContent.ListLimit);
            sources.AddRange(typed.Select(line => SourceLine.Read(kind, line)));
            if (typed.Count == 0 && form.Sources.Contains(IdeaLabel.SlugOf(kind), StringComparer.OrdinalIgnoreCase))
                sources.Add(new(kind));
        }
        if (sources.Count == 0)
            Refuse(nameof(form.Sources), "SourceMissing");
        return before is not null && sources.SequenceEqual(before.Sources) ? before.Sources : sources;
    }

    IdeaClaim? ReadStanding(IdeaForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Standing))
            return null;
        var reason = Line(form.StandingReason, nameof(form.StandingReason), IdeaContent.ReasonLimit);
        var references = Text(form.StandingReferences, nameof(form.StandingReferences), IdeaStep.ReferencesLimit);
        if (Named<EvidenceStanding>(form.Standing) is not { } standing)
        {
            Refuse(nameof(form.Standing), "StandingUnknown");
            return null;
        }
        if (standing != EvidenceStanding.Idea && reason.Length == 0)
            Refuse(nameof(form.StandingReason), "StandingReasonMissing");
        return new(standing, reason, references);
    }
}
