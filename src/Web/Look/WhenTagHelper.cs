using System.Globalization;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look;

/// <summary>
/// <c>&lt;when at="story.PublishedAt" /&gt;</c> says a day; <c>show="Moment"</c> a day and time, <c>show="Clock"</c> a time.
/// The last two are in UTC and say so, until a script puts them into the reader's own zone.
/// </summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public WhenShow Show { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var at = At.ToUniversalTime();
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (Show != WhenShow.Day) output.Attributes.SetAttribute("data-local", Show.ToString().ToLowerInvariant());
        output.Content.SetContent(at.ToString(text["Pattern" + Show], CultureInfo.CurrentCulture));
    }
}

public enum WhenShow
{
    Day,
    Moment,
    Clock,
}
