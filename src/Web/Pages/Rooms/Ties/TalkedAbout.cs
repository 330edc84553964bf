using HealthDoers.Domain.Rooms;

namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>The thing whose page asks for the topics about it.</summary>
public sealed record TalkedAbout(TiedKind Kind, Guid Id, string Address);
