namespace HealthDoers.Domain.Places;

/// <summary>How exactly a place is shown to others. Whose place it is chooses.</summary>
public enum Precision
{
    /// <summary>The point itself: an office, a garden, a school.</summary>
    Exact,

    /// <summary>Somewhere in the same neighbourhood or town; see <see cref="Nearness"/>.</summary>
    Near,

    /// <summary>The state, province or country, and nothing finer.</summary>
    Region,
}
