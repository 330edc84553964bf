using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;face name="Ana Flores" picture="/files/…" /&gt;</c>: a member's picture, or else their initials. The name stands beside it.</summary>
[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FaceTagHelper : TagHelper
{
    public required string Name { get; set; }

    public string? Picture { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = string.IsNullOrEmpty(Picture) ? TagMode.StartTagAndEndTag : TagMode.StartTagOnly;
        output.TagName = string.IsNullOrEmpty(Picture) ? "span" : "img";
        output.Attributes.SetAttribute("class", "face");
        if (string.IsNullOrEmpty(Picture))
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
            output.Content.SetContent(Initials(Name));
            return;
        }
        output.Attributes.SetAttribute("src", Picture);
        output.Attributes.SetAttribute("alt", "");
        output.Attributes.SetAttribute("width", "40");
        output.Attributes.SetAttribute("height", "40");
        output.Attributes.SetAttribute("loading", "lazy");
    }

    /// <summary>The first letters of the first and the last name, by what a reader sees as one letter. What stands in brackets is no name.</summary>
    public static string Initials(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Where(word => char.IsLetterOrDigit(word[0]) || char.IsSurrogate(word[0])).ToArray() is { Length: > 0 } named)
            words = named;
        var letters = words.Length < 2 ? words : [words[0], words[^1]];
        return string.Concat(letters.Select(word => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.CurrentUICulture)));
    }
}
