using HealthDoers.Domain.Stories;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;bones rows="3" /&gt;</c>: the shape of a list while it loads, so that nothing jumps.</summary>
[HtmlTargetElement("bones", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BonesTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    public int Rows { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml("""<p class="visually-hidden" role="status">""").Append(text["Loading"]).AppendHtml("""</p><ul class="rows" role="list" aria-hidden="true">""");
        for (var row = 0; row < Rows; row++)
        {
            output.Content.AppendHtml($"""<li class="row">{BrightSpot.Icon(EvidenceStanding.Idea)}<div><span class="bone bone-w"></span><span class="bone {(row % 2 == 0 ? "bone-m" : "bone-w")}"></span><span class="bone bone-s"></span></div></li>""");
        }
        output.Content.AppendHtml("</ul>");
    }
}
