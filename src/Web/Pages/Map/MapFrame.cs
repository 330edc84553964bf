using HealthDoers.Web.Map;

namespace HealthDoers.Web.Pages.Map;

/// <summary>The map itself on a page.</summary>
/// <param name="Drawing">What stands there until, or unless, a script draws a map that moves.</param>
/// <param name="IsEmbedded">Its links open beside the page that it is embedded in.</param>
sealed record MapFrame(MapQuestion Asked, string Drawing, bool IsEmbedded = false);
