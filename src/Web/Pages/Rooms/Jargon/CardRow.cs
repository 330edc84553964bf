using HealthDoers.Web.Pages.Rooms.Log;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>A card as one viewer sees it.</summary>
public sealed record CardRow(ItemCard Card, MessageRow Row)
{
    /// <summary>What the page's script fills for each card that is raised later.</summary>
    public static CardRow Blank(MessageRow row) => new(new(Guid.Empty, "", null, null, new Dictionary<string, string>()), row);
}
