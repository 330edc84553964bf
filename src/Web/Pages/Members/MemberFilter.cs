using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Members;

/// <summary>Whom somebody looks for; all of it must hold. Nobody is found by what the viewer may not see.</summary>
sealed record MemberFilter
{
    const int LongestQuestion = 200;

    public string Words { get; init; } = "";
    public string Place { get; init; } = "";
    public Skill? Skill { get; init; }
    public CommunityRole? Role { get; init; }
    public string? Topic { get; init; }

    public bool IsEmpty => this == new MemberFilter();

    /// <summary>What asks for a skill or role that there is not, asks for none.</summary>
    public static MemberFilter From(IQueryCollection query) => new()
    {
        Words = Line("q", query),
        Place = Line("place", query),
        Skill = Skill.Find(query["skill"].ToString()),
        Role = Enum.TryParse<CommunityRole>(query["role"], ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null,
        Topic = Line("topic", query) is { Length: > 0 } topic ? topic : null,
    };

    public IQueryable<Member> Of(IQueryable<Member> members, Member? viewer)
    {
        members = members.Listed().VisibleTo(viewer).Saying(Words.ToLowerInvariant());
        if (Place.Length > 0)
            members = members.At(Place.ToLowerInvariant(), viewer);
        if (Skill is not null)
            members = members.WithSkill(Skill.Code);
        if (Role is { } role)
            members = members.WithRole(role);
        if (Topic is { } topic)
            members = members.CaringAbout(topic);
        return members;
    }

    public string Url(int page = 1) => QueryHelpers.AddQueryString("/members", Asked().Concat(page > 1 ? [new("page", $"{page}")] : []));

    IEnumerable<KeyValuePair<string, string?>> Asked()
    {
        if (Words.Length > 0)
            yield return new("q", Words);
        if (Place.Length > 0)
            yield return new("place", Place);
        if (Skill is not null)
            yield return new("skill", Skill.Code);
        if (Role is not null)
            yield return new("role", $"{Role}");
        if (Topic is not null)
            yield return new("topic", Topic);
    }

    static string Line(string name, IQueryCollection query) =>
        CleanText.Line(query[name]) is { Length: > LongestQuestion } endless ? endless[..LongestQuestion] : CleanText.Line(query[name]);
}
