using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Ideas.Writing;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>An idea as a line gives it.</summary>
sealed class IdeaFields(Fields fields, IReadOnlySet<string> topics, Action<string> warn) : ContentFields<IdeaContent>(fields, topics, warn)
{
    public override IdeaContent Over(IdeaContent there)
    {
        var words = Words(there.Words);
        var (known, free) = Topics(there.Topics, there.Tags);
        return there with
        {
            Language = Language() ?? there.Language,
            Words = words == there.Words ? there.Words : words,
            Place = Place(there.Place),
            Sources = Sources(there.Sources),
            Topics = known,
            Tags = free,
            Skills = Codes("skills", there.Skills, code => Skill.Find(code.ToUpperInvariant())?.Code, "a skill"),
            Url = Url() ?? (Given.Text("url") is null ? there.Url : null),
            License = Optional("license", there.License),
            Year = Year("year") ?? there.Year,
        };
    }

    IdeaWords Words(IdeaWords there)
    {
        var title = OneLine("title", there.Title, IdeaContent.TitleLimit);
        return CleanText.IsBlank(title) ? throw new BadLineException("has no title") : there with
        {
            Title = title,
            Summary = OneLine("summary", there.Summary, IdeaContent.SummaryLimit),
            Body = Answer("body", there.Body, IdeaContent.BodyLimit),
            ForWhom = Answer("forWhom", there.ForWhom),
            Setting = Answer("setting", there.Setting),
            People = Answer("people", there.People),
            Money = Answer("money", there.Money),
            Time = Answer("time", there.Time),
            WhatToWatch = Answer("whatToWatch", there.WhatToWatch),
        };
    }

    /// <summary>The n-th reference belongs to the n-th source.</summary>
    List<IdeaSource> Sources(List<IdeaSource> there)
    {
        if (Given.List("sources") is not { } given)
            return there;
        if (given.Count > IdeaContent.ListLimit)
            throw new BadLineException($"has more than {IdeaContent.ListLimit} sources");
        var references = Given.List("references");
        List<IdeaSource> sources = [];
        foreach (var (word, at) in given.Select((word, at) => (word, at)))
            if (IdeaLabel.SourceOf(word.Trim()) is { } kind)
                sources.Add(SourceLine.Read(kind, CheckedLine("references", references?.ElementAtOrDefault(at) ?? "", IdeaContent.ReferenceLimit)));
            else
                Warn($"\"{Short(word)}\" is not a source (research, bestPractice, livedExperience, otherCommunity), so it is left out");
        var says = references is null && sources.Select(s => s.Kind).SequenceEqual(there.Select(s => s.Kind)) || sources.SequenceEqual(there);
        return says ? there : [.. sources.Distinct()];
    }
}
