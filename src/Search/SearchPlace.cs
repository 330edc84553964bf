namespace HealthDoers.Search;

/// <summary>Where to look: a place by its words, or a circle on the map.</summary>
public abstract record SearchPlace
{
    /// <summary>Every word has to stand in the place's own words.</summary>
    public sealed record Named(string Words) : SearchPlace;

    public sealed record Near(GeoPoint Centre, double Kilometres) : SearchPlace
    {
        const double KilometresPerDegree = 111.2;

        public bool Contains(GeoPoint point)
        {
            // The box is a cheap no for nearly every point; only latitude, because longitudes shrink and wrap.
            if (Math.Abs(point.Latitude - Centre.Latitude) * KilometresPerDegree > Kilometres + 1)
                return false;
            return Centre.KilometresTo(point) <= Kilometres;
        }
    }
}
