using System.Text;
using HealthDoers.Web.Pages.Rooms.Log;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

static class MarkdownTalk
{
    /// <summary>What somebody said stands as a quotation, so that nothing in it can pass for a message of somebody else.</summary>
    public static async Task WriteAsync(TalkCopy copy, IAsyncEnumerable<TalkLine> lines, Stream to, CancellationToken stop)
    {
        await using var file = new StreamWriter(to, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        await file.WriteLineAsync($"# {Plain(copy.Title)}\n\n{Plain(copy.Words.Purpose)}\n\n{Plain(copy.Said)}");
        var authors = new Dictionary<long, MessageAuthor?>();
        await foreach (var line in lines.WithCancellation(stop))
        {
            string?[] head = [TalkCopy.Moment(line.At), line.Topic.Length > 0 && copy.Topic is null ? $"*{Plain(line.Topic)}*" : null, Plain(copy.Answers(line, authors)), Plain(copy.MarkOf(line))];
            await file.WriteLineAsync($"\n**{Plain(copy.NameOf(line))}** · {string.Join(" · ", head.Where(part => part is not null))}\n");
            foreach (var said in line.Text.Split('\n'))
                await file.WriteLineAsync(said.Length == 0 ? ">" : $"> {said}");
            authors[line.Seq] = line.Author;
        }
    }

    /// <summary>One line without anything that Markdown would read.</summary>
    static string? Plain(string? text)
    {
        if (text is null)
            return null;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
                plain.Append('\\');
            plain.Append(letter == '\n' ? ' ' : letter);
        }
        return plain.ToString();
    }
}
