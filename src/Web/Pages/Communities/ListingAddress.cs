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
