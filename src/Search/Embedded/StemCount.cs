namespace HealthDoers.Search.Embedded;

/// <param name="Documents">With the stem.</param>
/// <param name="Public">Those of them that everybody may find.</param>
readonly record struct StemCount(int Documents, int Public);
