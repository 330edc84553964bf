using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary>
/// <c>&lt;kept in="@Model.Listing.Fragments"&gt;…&lt;/kept&gt;</c>: what is inside is drawn once and then taken from there.
/// <c>for</c> names whom it is drawn for, where that makes a difference: <c>visitor</c>, <c>member</c>.
/// </summary>
[HtmlTargetElement("kept", Attributes = "in")]
public sealed class KeptTagHelper(HtmlEncoder encoder) : TagHelper
{
    /// <summary>Null draws it anew: for what only one person sees.</summary>
    public Fragments? In { get; set; }

    public string? For { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (In is not null)
            // The id stands for the place in the page: the same each time, another for each <kept>.
            output.Content.SetHtmlContent(await In.GetAsync(context.UniqueId, For, async () => (await output.GetChildContentAsync()).GetContent(encoder)));
    }
}
