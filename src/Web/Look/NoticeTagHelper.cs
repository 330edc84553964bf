using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Look;

/// <summary><c>&lt;notice kind="Good" title="…"&gt;what follows&lt;/notice&gt;</c>: an edge, an icon and a word, never colour alone.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Assets assets) : TagHelper
{
    public NoticeKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>Another icon than the kind's own.</summary>
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(Kind == NoticeKind.Plain ? "notice" : $"notice notice-{Kind.ToString().ToLowerInvariant()}");
        output.Content.AppendHtml(Icons.Draw(assets, Icon ?? IconOf(Kind))).AppendHtml("<div><p>").Append(Title).AppendHtml("</p>").AppendHtml(body).AppendHtml("</div>");
    }

    static string IconOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Good => "check",
        NoticeKind.Care => "circle-alert",
        NoticeKind.Grief => "triangle-alert",
        _ => "info",
    };
}

public enum NoticeKind
{
    Plain,
    Good,
    Care,
    Grief,
}
