using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look.Forms;

static class Wrong
{
    /// <summary>What is wrong with a field, by the field, with an icon beside the colour.</summary>
    public static void Append(TagHelperContent content, Assets assets, BoundField field)
    {
        if (!field.IsWrong) return;
        content.AppendHtml($"""<p class="wrong" id="{field.Id}-wrong">{Icons.Draw(assets, "triangle-alert")}<span>""").Append(string.Join(" ", field.Errors)).AppendHtml("</span></p>");
    }
}
