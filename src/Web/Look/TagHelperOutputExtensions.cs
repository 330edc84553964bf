using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

static class TagHelperOutputExtensions
{
    /// <summary>Puts our class before any that the page wrote.</summary>
    public static void AddClass(this TagHelperOutput output, string css)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? css : $"{css} {own}");
    }
}
