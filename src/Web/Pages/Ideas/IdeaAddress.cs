namespace HealthDoers.Web.Pages.Ideas;

static class IdeaAddress
{
    public static string Of(string slug) => "/ideas/" + slug;

    public static string OfCard(string slug) => $"/ideas/{slug}/card.png";

    public static string OfAdaptation(Guid id) => $"/adaptations/{id}";
}
