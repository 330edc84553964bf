using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Look;

namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>A story, an idea or a gathering as a topic names it.</summary>
/// <param name="Language">Of its title.</param>
public sealed record TiedThing(TiedKind Kind, Guid Id, string Title, string Slug, string Language)
{
    public string Address => Kind switch
    {
        TiedKind.Story => "/stories/",
        TiedKind.Idea => "/ideas/",
        _ => "/gatherings/",
    } + Slug;

    public string Icon => Kind switch
    {
        TiedKind.Story => "book-open",
        TiedKind.Idea => "sprout",
        _ => "calendar",
    };

    public string? OtherLanguage => PageFrame.IfOther(Language);
}

/// <summary>A topic of a room that is about something, for the page of that thing.</summary>
public sealed record TopicAbout(string RoomSlug, string RoomName, string Topic, int Messages)
{
    public string Address => RoomAddress.OfTopic(RoomSlug, Topic);
}
