using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>An offer or an ask as typed.</summary>
[ValidateNever]
public sealed class WishForm
{
    public List<string> Topics { get; set; } = [];
    public List<string> Skills { get; set; } = [];
    public List<string> Behaviours { get; set; } = [];

    [StringLength(MentoringTerms.WordsLimit)]
    public string? Words { get; set; }
    [Required]
    public string? Rhythm { get; set; } = nameof(MentoringRhythm.Monthly);
    public List<string> Languages { get; set; } = [];
    public string? Zone { get; set; }
    public string? PlaceType { get; set; } = nameof(Domain.Communities.PlaceType.Unsaid);
    public string? Form { get; set; } = nameof(MentoringForm.OneToOne);
    [Required]
    public string? Places { get; set; } = "1";

    /// <summary>Slug of a profile that the member looks after or is on the team of.</summary>
    public string? Of { get; set; }

    /// <summary>Begins with what somebody says of themselves.</summary>
    public static WishForm Suggested(Member member, string language) => new()
    {
        Topics = [.. member.Profile.Topics.Take(MentoringTerms.MostTopics)],
        Skills = [.. member.Profile.Skills],
        Languages = [language],
        Zone = member.Zone,
    };

    /// <summary>Whoever has been helped can help with the same.</summary>
    public static WishForm Learned(MentoringWish asked)
    {
        var form = From(asked, null);
        form.Words = "";
        return form;
    }

    public static WishForm From(MentoringWish wish, string? of) => new()
    {
        Topics = [.. wish.Terms.Topics],
        Skills = [.. wish.Terms.Skills],
        Behaviours = [.. wish.Terms.Behaviours.Select(b => b.ToString(CultureInfo.InvariantCulture))],
        Words = wish.Terms.Words,
        Rhythm = wish.Terms.Rhythm.ToString(),
        Languages = [.. wish.Terms.Languages],
        Zone = wish.Terms.Zone,
        PlaceType = wish.Terms.PlaceType.ToString(),
        Form = wish.Form.ToString(),
        Places = wish.Places.ToString(CultureInfo.InvariantCulture),
        Of = of,
    };

    /// <summary>What is wrong goes into <paramref name="faults"/>.</summary>
    public MentoringTerms Read(IReadOnlyCollection<string> topics, ModelStateDictionary faults, IStringLocalizer<MentoringText> text)
    {
        var terms = new MentoringTerms
        {
            Topics = [.. Topics.Where(topics.Contains).Distinct()],
            Skills = [.. Skills.Where(s => Skill.Find(s) is not null).Distinct()],
            Behaviours = [.. Behaviours.Select(b => int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Behaviour.Find(n)?.Number : null).OfType<int>().Distinct().Order()],
            Rhythm = Named<MentoringRhythm>(Rhythm) ?? MentoringRhythm.Monthly,
            Languages = [.. Languages.Where(StoryLanguages.Knows).Distinct()],
            Zone = Zone is { } zone && Zones.Knows(zone) ? zone : "",
            PlaceType = Named<PlaceType>(PlaceType) ?? Domain.Communities.PlaceType.Unsaid,
            Words = CleanText.Lines(Words),
        };
        if (terms is { Topics.Count: 0, Skills.Count: 0, Behaviours.Count: 0 })
            faults.AddModelError("Input.Topics", text["ChooseSomething"]);
        if (terms.Topics.Count > MentoringTerms.MostTopics)
            faults.AddModelError("Input.Topics", text["TooManyTopics", MentoringTerms.MostTopics]);
        if (terms.Behaviours.Count > MentoringTerms.MostBehaviours)
            faults.AddModelError("Input.Behaviours", text["TooManyBehaviours", MentoringTerms.MostBehaviours]);
        if (terms.Languages.Count == 0)
            faults.AddModelError("Input.Languages", text["ChooseLanguage"]);
        if (terms.Words.Length > MentoringTerms.WordsLimit)
            faults.AddModelError("Input.Words", text["TooLong", MentoringTerms.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        return terms;
    }

    public MentoringForm ReadForm() => Named<MentoringForm>(Form) ?? MentoringForm.OneToOne;

    public int ReadPlaces(ModelStateDictionary faults, IStringLocalizer<MentoringText> text)
    {
        if (int.TryParse(Places?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is >= 1 and <= MentoringWish.MostPlaces)
            return places;
        faults.AddModelError("Input.Places", text["PlacesWrong", MentoringWish.MostPlaces]);
        return 1;
    }

    // Enum.Parse would take numbers, too.
    internal static T? Named<T>(string? typed) where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(n => n == typed?.Trim()) is { } name ? Enum.Parse<T>(name) : null;
}
