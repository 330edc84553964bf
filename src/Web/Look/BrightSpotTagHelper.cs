using HealthDoers.Domain.Stories;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look;

/// <summary>
/// <c>&lt;bright-spot standing="@story.Standing" /&gt;</c>: the dot alone, where its word already stands near;
/// <c>with-word="true"</c> adds the word. The dot is never the only sign.
/// </summary>
[HtmlTargetElement("bright-spot", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BrightSpotTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public EvidenceStanding Standing { get; set; }

    public bool WithWord { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = WithWord ? "span" : null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (WithWord) output.Attributes.SetAttribute("class", "evidence");
        output.Content.SetHtmlContent(BrightSpot.Icon(Standing));
        if (WithWord) output.Content.Append(text[BrightSpot.WordKey(Standing)]);
    }
}
