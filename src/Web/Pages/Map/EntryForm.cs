using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using HealthDoers.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

/// <summary>An entry of the map, as typed.</summary>
public sealed class EntryForm
{
    public MapLayer Kind { get; set; } = MapLayer.ChangeAgent;

    [Required(ErrorMessage = "Required"), StringLength(MapEntry.TitleLimit, ErrorMessage = "TooLong")]
    public string Name { get; set; } = "";

    [StringLength(MapEntry.SummaryLimit, ErrorMessage = "TooLong")]
    public string Summary { get; set; } = "";

    [StringLength(MapEntry.LinkLimit, ErrorMessage = "TooLong")]
    public string Link { get; set; } = "";
    public List<string> Topics { get; set; } = [];
    public PlaceFields Where { get; set; } = new();
    public Audience SeenBy { get; set; } = Audience.Everyone;

    /// <summary>Only of somebody without an account.</summary>
    public string Email { get; set; } = "";

    /// <summary>What a member would say of themselves, to begin with.</summary>
    internal static EntryForm Of(Member member) => new()
    {
        Name = member.Name,
        Summary = SafeMarkdown.Excerpt(member.Profile.About, MapEntry.SummaryLimit),
        Topics = [.. member.Profile.Topics.Take(MapEntry.MostTopics)],
        Where = new() { Search = member.Profile.Place },
    };

    internal static EntryForm Of(MapEntry entry, Atlas atlas, string language) => new()
    {
        Kind = entry.Layer,
        Name = entry.Title,
        Summary = entry.Summary,
        Link = entry.Link,
        Topics = entry.Topics,
        SeenBy = entry.SeenBy,
        Where = PlaceFields.Of(entry.Place, atlas, language),
    };

    /// <summary>What it says, cleaned; what is wrong with it goes to the state.</summary>
    internal MapEntryContent Read(ModelStateDictionary state, TopicList.Topics topics, IStringLocalizer<MapText> text, string? programme = null)
    {
        if (!MapEntry.Addable.Contains(Kind))
            Kind = MapLayer.ChangeAgent;
        var known = Topics.Where(topics.BySlug.ContainsKey).Distinct().ToList();
        if (known.Count > MapEntry.MostTopics)
            state.AddModelError("Input.Topics", text["TopicsMany", MapEntry.MostTopics]);
        var name = CleanText.Line(Name);
        if (name.Length == 0 && Name.Length > 0)
            state.AddModelError("Input.Name", text["NameMissing"]);
        return new(Kind, name, CleanText.Line(Summary), ReadLink(state, text), known, SeenBy == Audience.Members ? Audience.Members : Audience.Everyone, programme);
    }

    string ReadLink(ModelStateDictionary state, IStringLocalizer<MapText> text)
    {
        var link = CleanText.Line(Link);
        if (link.Length == 0)
            return "";
        if (Uri.TryCreate(link, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && page.UserInfo.Length == 0 && page.Host.Contains('.'))
            return page.AbsoluteUri.Length <= MapEntry.LinkLimit ? page.AbsoluteUri : link;
        state.AddModelError("Input.Link", text["LinkWrong"]);
        return "";
    }
}
