using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HealthDoers.Web.Words;

/// <summary>Bends Markdig's output to ours: links through <see cref="SafeAddress"/>, headings below the page's own, no style attributes.</summary>
sealed class SafeOutput : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Adjust;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new AutolinkRenderer());
    }

    static void Adjust(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<Block>())
            switch (block)
            {
                case HeadingBlock heading:
                    // The page has h1, its parts h2.
                    heading.Level = Math.Min(heading.Level + 2, 6);
                    break;
                case FencedCodeBlock code:
                    code.SetAttributes(new HtmlAttributes());
                    break;
                case Table table:
                    AlignByClass(table);
                    break;
            }
    }

    // The content security policy blocks the style attributes that Markdig would write.
    static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            for (var i = 0; i < row.Count; i++)
                if (i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment is { } side and not TableColumnAlign.Left)
                    row[i].GetAttributes().AddClass(side == TableColumnAlign.Center ? "center" : "end");
        foreach (var column in table.ColumnDefinitions)
            (column.Alignment, column.Width) = (null, 0);
    }

    sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
    {
        // A picture becomes a link to it: pictures come as uploads with a description.
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var opened = Open(renderer, link, link.Url);
            if (link.FirstChild is null)
                renderer.WriteEscape(link.Url);
            renderer.WriteChildren(link);
            if (opened)
                renderer.Write("</a>");
        }
    }

    sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var opened = Open(renderer, link, link.IsEmail ? "mailto:" + link.Url : link.Url);
            renderer.WriteEscape(link.Url);
            if (opened)
                renderer.Write("</a>");
        }
    }

    static bool Open(HtmlRenderer renderer, Inline link, string? address)
    {
        var outside = SafeAddress.IsWeb(address);
        if (!renderer.EnableHtmlForInline || IsInLink(link) || !(outside || SafeAddress.IsOwn(address) || SafeAddress.IsMail(address)))
            return false;
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write(outside ? "\" rel=\"nofollow ugc noopener\">" : "\">");
        return true;
    }

    static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline)
                return true;
        return false;
    }
}
