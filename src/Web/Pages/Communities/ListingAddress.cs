using HealthDoers.Domain.Communities;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>Where profiles of each kind live.</summary>
static class ListingAddress
{
    public static string Folder(ListingKind kind) => kind switch
    {
        ListingKind.Initiative => "initiatives",
        ListingKind.Partner => "partners",
        _ => "communities",
    };

    public static ListingKind? KindOf(string? folder) => folder switch
    {
        "communities" => ListingKind.Community,
        "initiatives" => ListingKind.Initiative,
        "partners" => ListingKind.Partner,
        _ => null,
    };

    public static string Of(ListingKind kind) => "/" + Folder(kind);

    public static string Of(ListingKind kind, string slug) => $"/{Folder(kind)}/{slug}";

    public static string Of(Listing listing) => Of(listing.Kind, listing.Slug);
}

/// <summary><c>/{folder:listing}</c> matches the three folders of profiles and nothing else.</summary>
sealed class ListingRoute : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        ListingAddress.KindOf(values[routeKey] as string) is not null;
}
