using System.Globalization;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Places;

/// <summary>Makes a place of what a form says; what is wrong goes to the field, as a sentence.</summary>
sealed class PlaceReader(Atlas atlas, IStringLocalizer<PlacesText> text)
{
    /// <summary>How many places are offered where a name may mean several.</summary>
    public const int Offered = 6;

    /// <param name="prefix">The name of the fields in the form, such as <c>Input.Where</c>.</param>
    /// <returns>Null when nothing was said, or when what was said cannot be read; the state tells the two apart.</returns>
    public async Task<Place?> ReadAsync(PlaceFields fields, string prefix, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (fields.IsEmpty)
            return null;
        if (!Enum.IsDefined(fields.Precision))
            fields.Precision = Precision.Near;
        var named = Named(fields, prefix, state);
        var pin = Pin(fields, named, prefix, state);
        if (!state.IsValid && HasErrors(state, prefix))
            return null;
        if (named is null && pin is null)
            return null;

        var isWide = named is { } place && atlas.Gazetteer.KindOf(place) >= PlaceKind.Region;
        if (isWide && pin is null && fields.Precision != Precision.Region)
        {
            state.AddModelError($"{prefix}.Search", text["NameATown"]);
            return null;
        }
        // A pin that was moved far from the town has a town of its own.
        var keepsName = named is { } town && (pin is null || isWide || atlas.Gazetteer.PointOf(town).KilometresTo(pin.Value) < Neighbourhood);
        return await atlas.PlaceAsync(pin ?? atlas.Gazetteer.PointOf(named!.Value), fields.Precision, keepsName ? named : null, cancellationToken);
    }

    // Kilometres.
    const double Neighbourhood = 10;

    int? Named(PlaceFields fields, string prefix, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(fields.Search))
            return null;
        var chosen = atlas.Gazetteer.Find(fields.Chosen);
        if (chosen >= 0 && IsMeantBy(chosen, fields.Search))
            return chosen;
        var found = atlas.Find(fields.Search, Offered);
        if (found is { IsGuess: false, Places: [var only] } || found is { IsGuess: false, Places: [_, ..] } && (only = Unmistakable(found, fields.Search)) >= 0)
        {
            Keep(fields, only, prefix, state);
            return only;
        }
        state.AddModelError($"{prefix}.Search", found.Places.Count == 0 ? text["NoSuchPlace"] : found.IsGuess ? text["DidYouMean"] : text["WhichOne"]);
        return null;
    }

    bool IsMeantBy(int place, string typed) =>
        atlas.Words(place, PageFrame.Language) == typed.Trim() || atlas.Find(typed, Offered).Places.Contains(place);

    /// <summary>The one place whose full words were typed, or -1.</summary>
    int Unmistakable(FoundPlaces found, string typed)
    {
        var folded = PlaceName.Fold(typed);
        var same = found.Places.Where(place => PlaceName.Fold(atlas.Words(place, PageFrame.Language)) == folded).ToList();
        return same.Count == 1 ? same[0] : -1;
    }

    void Keep(PlaceFields fields, int place, string prefix, ModelStateDictionary state)
    {
        fields.Chosen = atlas.Gazetteer.IdOf(place);
        state.Remove($"{prefix}.Chosen");
    }

    GeoPoint? Pin(PlaceFields fields, int? named, string prefix, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(fields.Latitude) && string.IsNullOrWhiteSpace(fields.Longitude))
            return null;
        // It belongs to another place than the one that is named now.
        if (named is { } place && fields.PinOf.Length > 0 && fields.PinOf != atlas.Gazetteer.IdOf(place))
            return null;
        if (!TryDegrees(fields.Latitude, 90, out var latitude))
            state.AddModelError($"{prefix}.Latitude", text["LatitudeWrong"]);
        if (!TryDegrees(fields.Longitude, 180, out var longitude))
            state.AddModelError($"{prefix}.Longitude", text["LongitudeWrong"]);
        return GeoPoint.TryOf(latitude, longitude, out var point) ? point : null;
    }

    static bool TryDegrees(string typed, double most, out double degrees)
    {
        // A comma is how half of the world writes it.
        var isNumber = double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out degrees);
        if (isNumber && Math.Abs(degrees) <= most)
            return true;
        degrees = double.NaN;
        return false;
    }

    static bool HasErrors(ModelStateDictionary state, string prefix) =>
        state.Any(field => field.Key.StartsWith(prefix + ".", StringComparison.Ordinal) && field.Value?.Errors.Count > 0);
}
