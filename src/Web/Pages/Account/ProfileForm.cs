using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Pages.Account;

/// <summary>The fields of one's own page, as typed.</summary>
public sealed class ProfileForm
{
    [Required(ErrorMessage = "Required")]
    public string Name { get; set; } = "";

    [StringLength(Profile.LineLimit, ErrorMessage = "TooLong")]
    public string Pronouns { get; set; } = "";

    [StringLength(Profile.LineLimit, ErrorMessage = "TooLong")]
    public string Place { get; set; } = "";

    [StringLength(Profile.LineLimit, ErrorMessage = "TooLong")]
    public string Organisation { get; set; } = "";

    [StringLength(Profile.TextLimit, ErrorMessage = "TooLong")]
    public string About { get; set; } = "";

    [StringLength(Profile.TextLimit, ErrorMessage = "TooLong")]
    public string Brings { get; set; } = "";

    [StringLength(Profile.TextLimit, ErrorMessage = "TooLong")]
    public string Needs { get; set; } = "";

    public List<CommunityRole> Roles { get; set; } = [];
    public List<string> Skills { get; set; } = [];
    public List<string> Topics { get; set; } = [];

    [StringLength(Profile.LineLimit, ErrorMessage = "TooLong")]
    public string Languages { get; set; } = "";
    public Audience SeenBy { get; set; }
    public Audience WhereSeenBy { get; set; }

    /// <summary>Empty follows the browser.</summary>
    public string Language { get; set; } = "";

    /// <summary>Empty follows the browser.</summary>
    public string Zone { get; set; } = "";
    public IFormFile? Picture { get; set; }
    public bool NoPicture { get; set; }

    public static ProfileForm Of(Member member) => new()
    {
        Name = member.Name,
        Pronouns = member.Profile.Pronouns,
        Place = member.Profile.Place,
        Organisation = member.Profile.Organisation,
        About = member.Profile.About,
        Brings = member.Profile.Brings,
        Needs = member.Profile.Needs,
        Roles = [.. member.Profile.Roles],
        Skills = [.. member.Profile.Skills],
        Topics = [.. member.Profile.Topics],
        Languages = member.Profile.Languages,
        SeenBy = member.Profile.SeenBy,
        WhereSeenBy = member.Profile.WhereSeenBy,
        Language = member.Language ?? "",
        Zone = member.Zone ?? "",
    };

    /// <param name="topics">Slugs of the topics there are.</param>
    public Profile Read(string? picture, IReadOnlyCollection<string> topics) => new()
    {
        Pronouns = CleanText.Line(Pronouns),
        Place = CleanText.Line(Place),
        Organisation = CleanText.Line(Organisation),
        About = CleanText.Lines(About),
        Brings = CleanText.Lines(Brings),
        Needs = CleanText.Lines(Needs),
        Roles = [.. Roles.Where(Enum.IsDefined).Distinct()],
        Skills = [.. Skills.Where(Profile.SkillCodes.Contains).Distinct()],
        Topics = [.. Topics.Where(topics.Contains).Distinct()],
        Languages = CleanText.Line(Languages),
        SeenBy = Enum.IsDefined(SeenBy) ? SeenBy : Audience.Members,
        WhereSeenBy = Enum.IsDefined(WhereSeenBy) ? WhereSeenBy : Audience.Members,
        Picture = picture,
    };
}
