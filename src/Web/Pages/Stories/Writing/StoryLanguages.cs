using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>The languages a story can be written in, each by its own name.</summary>
static class StoryLanguages
{
    static readonly CultureInfo[] All = [.. new[] { "en", "es", "ar", "fr", "hi", "ht", "ko", "pt", "ru", "so", "sw", "tl", "vi", "zh" }.Select(CultureInfo.GetCultureInfo)];

    public static bool Knows(string language) => All.Any(c => c.Name == language);

    public static IEnumerable<SelectListItem> Items { get; } = [.. All.Select(c => new SelectListItem(c.TextInfo.ToTitleCase(c.NativeName), c.Name))];
}
