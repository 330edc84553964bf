using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>A story as a line gives it.</summary>
sealed class StoryFields(Fields fields, IReadOnlySet<string> topics, Action<string> warn) : ContentFields<StoryContent>(fields, topics, warn)
{
    public override StoryContent Over(StoryContent there)
    {
        var words = Words(there.Words);
        var (known, free) = Topics(there.Topics, there.Tags);
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
        if (Given.Text("kind") is not { Length: > 0 } given)
            return null;
        if (Enum.TryParse<StoryKind>(given.Trim(), ignoreCase: true, out var kind) && !given.Any(char.IsAsciiDigit))
            return kind;
        Warn($"\"{Short(given)}\" is no kind of story, so it becomes a story");
        return StoryKind.Story;
    }

    List<int> Behaviours(List<int> there)
    {
        var codes = Codes("behaviours", [.. there.Select(b => b.ToString(CultureInfo.InvariantCulture))], code =>
            int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Behaviour.All.Any(b => b.Number == number)
                ? number.ToString(CultureInfo.InvariantCulture) : null, "a behaviour (1 to 28)");
        List<int> given = [.. codes.Select(code => int.Parse(code, CultureInfo.InvariantCulture))];
        return given.SequenceEqual(there) ? there : given;
    }

    StorySource? Source(StorySource? there, string storyTitle)
    {
        var url = Url() ?? (Given.Text("url") is null ? there?.Url : null);
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
}
