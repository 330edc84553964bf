namespace HealthDoers.Web.Files;

public enum ImageKind
{
    Jpeg,
    Png,
    WebP,
}
