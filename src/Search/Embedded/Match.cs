namespace HealthDoers.Search.Embedded;

readonly record struct Match(Entry Entry, double Score, bool IsExactTitle);
