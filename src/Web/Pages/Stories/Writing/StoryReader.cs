using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <param name="Standing">What the author claims, or null.</param>
sealed record WrittenStory(StoryContent Content, StandingClaim? Standing, IReadOnlyList<TypedFault> Faults);

sealed record StandingClaim(EvidenceStanding Standing, string Reason);

/// <summary>Makes a story of what was typed, or imported: cleans, cuts into lists, judges. It reads everything and refuses by naming faults.</summary>
/// <param name="topics">All that a word could mean.</param>
/// <param name="before">What an edit began with: the parts that the form does not ask about stay.</param>
sealed class StoryReader(IReadOnlyCollection<Topic> topics, StoryContent? before = null) : TypedReader
{
    const int TranscriptLimit = StoryContent.AnswerLimit;

    /// <param name="pictures">The uploads that belong to the story.</param>
    /// <param name="videoFile">The uploaded video that belongs to it.</param>
    public WrittenStory Read(StoryForm form, IReadOnlyList<StoryPicture> pictures, string? videoFile = null)
    {
        Begin();
        var words = ReadWords(form);
        var (known, tags) = ReadTopics(form.Topics, form.MoreTopics, topics, StoryContent.ListLimit);
        var (from, to) = ReadYears(form);
        var kind = ReadKind(form.Kind);
        var video = ReadVideo(form, form.LeftOut.Contains(videoFile ?? "") ? null : videoFile);
        if (kind == StoryKind.Video && video is null)
            Refuse(nameof(form.VideoUrl), "VideoMissing");
        var content = (before ?? new()) with
        {
            Kind = kind,
            Language = ReadLanguage(form.Language, before?.Language ?? "en"),
            Words = words,
            Organisation = Line(form.Organisation, nameof(form.Organisation), StoryContent.LineLimit),
            Place = ReadPlace(Line(form.Place, nameof(form.Place), StoryContent.LineLimit), before?.Place),
            Partners = ReadPartners(form),
            FromYear = from,
            ToYear = to,
            Topics = known,
            Tags = tags,
            Skills = [.. form.Skills.Select(s => Skill.Find(s)?.Code).OfType<string>().Distinct()],
            Behaviours = [.. form.Behaviours.Select(b => Behaviour.Find(Number(b) ?? 0)?.Number).OfType<int>().Distinct().Order()],
            Video = video,
            Pictures = ReadPictures(form, pictures),
        };
        return new(content, ReadStanding(form), [.. Faults]);
    }

    StoryWords ReadWords(StoryForm form)
    {
        var changed = Text(form.WhatChanged, nameof(form.WhatChanged), StoryContent.AnswerLimit);
        var summary = Line(form.Summary, nameof(form.Summary), StoryContent.SummaryLimit);
        var words = new StoryWords
        {
            Title = Line(form.Title, nameof(form.Title), StoryContent.TitleLimit),
            Summary = summary.Length > 0 ? summary : StoryForm.SummaryOf(changed),
            Problem = Text(form.Problem, nameof(form.Problem), StoryContent.AnswerLimit),
            ForWhom = Text(form.ForWhom, nameof(form.ForWhom), StoryContent.AnswerLimit),
            WhatWeDid = Text(form.WhatWeDid, nameof(form.WhatWeDid), StoryContent.AnswerLimit),
            WhatChanged = changed,
            HowWeKnow = Text(form.HowWeKnow, nameof(form.HowWeKnow), StoryContent.AnswerLimit),
            Advice = Text(form.Advice, nameof(form.Advice), StoryContent.AnswerLimit),
            Body = Text(form.Body, nameof(form.Body), StoryContent.BodyLimit),
        };
        if (words.Title.Length == 0)
            Refuse(nameof(form.Title), "TitleMissing");
        if (words.WhatChanged.Length == 0)
            Refuse(nameof(form.WhatChanged), "WhatChangedMissing");
        return words;
    }

    StoryKind ReadKind(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return StoryKind.Story;
        if (Named<StoryKind>(typed) is { } kind)
            return kind;
        Refuse(nameof(StoryForm.Kind), "KindUnknown");
        return StoryKind.Story;
    }

    List<string> ReadPartners(StoryForm form)
    {
        List<string> partners = [.. CleanText.Lines(form.Partners).Split('\n').Select(CleanText.Line).Where(p => p.Length > 0).Distinct()];
        if (partners.Count > StoryContent.ListLimit)
            Refuse(nameof(form.Partners), "TooMany", StoryContent.ListLimit);
        if (partners.Any(p => p.Length > StoryContent.LineLimit))
            Refuse(nameof(form.Partners), "LineTooLong", StoryContent.LineLimit);
        return partners;
    }

    (int? From, int? To) ReadYears(StoryForm form)
    {
        var (from, to) = (Year(form.FromYear, nameof(form.FromYear)), Year(form.ToYear, nameof(form.ToYear)));
        if (from > to)
            Refuse(nameof(form.ToYear), "YearsReversed");
        return (from, to);
    }

    int? Year(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Number(typed) is >= StoryContent.FirstYear and <= StoryContent.LastYear and var year)
            return year;
        Refuse(field, "YearUnknown", StoryContent.FirstYear.ToString(CultureInfo.InvariantCulture), StoryContent.LastYear.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    StoryVideo? ReadVideo(StoryForm form, string? file)
    {
        var url = form.VideoUrl?.Trim() ?? "";
        var transcript = Text(form.VideoTranscript, nameof(form.VideoTranscript), TranscriptLimit);
        if (url.Length == 0 && file is null)
            return null;
        if (url.Length > 0 && !SafeAddress.IsWeb(url))
            Refuse(nameof(form.VideoUrl), "VideoUrlWrong");
        if (transcript.Length == 0)
            Refuse(nameof(form.VideoTranscript), "TranscriptMissing");
        return new(url.Length == 0 ? null : url, file, transcript);
    }

    List<StoryPicture> ReadPictures(StoryForm form, IReadOnlyList<StoryPicture> pictures)
    {
        var kept = new List<StoryPicture>();
        foreach (var picture in pictures.Where(p => !form.LeftOut.Contains(p.File)))
        {
            var field = StoryFields.NameOfDescription(picture.File);
            var description = Line(form.Descriptions.GetValueOrDefault(picture.File) ?? picture.Description, field, StoryPicture.DescriptionLimit);
            if (description.Length == 0)
                Refuse(field, "DescriptionMissing");
            kept.Add(picture with { Description = description });
        }
        if (kept.Count > StoryPicture.Most)
            Refuse(nameof(form.LeftOut), "TooManyPictures", StoryPicture.Most);
        return kept;
    }

    StandingClaim? ReadStanding(StoryForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Standing))
            return null;
        var reason = Line(form.StandingReason, nameof(form.StandingReason), StoryContent.ReasonLimit);
        if (Named<EvidenceStanding>(form.Standing) is not { } standing)
        {
            Refuse(nameof(form.Standing), "StandingUnknown");
            return null;
        }
        if (standing != EvidenceStanding.Idea && reason.Length == 0)
            Refuse(nameof(form.StandingReason), "StandingReasonMissing");
        return new(standing, reason);
    }

    static int? Number(string? typed) => int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
