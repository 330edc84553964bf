namespace HealthDoers.Web.Files;

/// <summary>Why an upload is refused as a picture. Each kind that people really send has its own word, so the page can say what to do.</summary>
public enum ImageFault
{
    None,
    Empty,
    TooHeavy,
    TooManyPixels,
    Damaged,
    Animated,
    Gif,
    Svg,
    Heic,
    Avif,
    Bmp,
    Tiff,
    NotAPicture,
}
