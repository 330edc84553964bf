namespace HealthDoers.Web.Places;

/// <param name="Places">Numbers in the gazetteer, the likeliest first.</param>
/// <param name="IsGuess">Nothing is called what was typed: these are spelled much like it.</param>
sealed record FoundPlaces(IReadOnlyList<int> Places, bool IsGuess)
{
    public static readonly FoundPlaces None = new([], false);
}
