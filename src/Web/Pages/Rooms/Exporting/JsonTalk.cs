using System.IO.Pipelines;
using System.Text.Json;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

static class JsonTalk
{
    /// <summary>One document: the room, and each message with the fields of <see cref="ExportedMessage"/> and what the room made of it.</summary>
    public static async Task WriteAsync(TalkCopy copy, IAsyncEnumerable<TalkLine> lines, Stream to, CancellationToken stop)
    {
        // The serializer flushes what it has written at once; into a pipe that is no work of the network yet.
        var pipe = PipeWriter.Create(to, new(leaveOpen: true));
        await using var file = new Utf8JsonWriter(pipe, new() { Encoder = JsonLine.Options.Encoder });
        file.WriteStartObject();
        file.WriteString("room", copy.Slug);
        file.WriteString("name", copy.Words.Name);
        file.WriteString("purpose", copy.Words.Purpose);
        file.WriteString("topic", copy.Topic);
        file.WriteString("url", copy.Address);
        file.WriteString("copiedAt", copy.At);
        file.WriteStartArray("messages");
        await foreach (var line in lines.WithCancellation(stop))
        {
            JsonSerializer.Serialize(file, Message(line), JsonLine.Options);
            if (pipe.UnflushedBytes > 1 << 16)
                await pipe.FlushAsync(stop);
        }
        file.WriteEndArray();
        file.WriteEndObject();
        await file.FlushAsync(stop);
        await pipe.CompleteAsync();
    }

    /// <summary>As <c>import messages</c> takes them.</summary>
    public static async Task WriteLinesAsync(TalkCopy copy, IAsyncEnumerable<TalkLine> lines, Stream to, CancellationToken stop)
    {
        await using var file = new BufferedStream(to, 1 << 16);
        await foreach (var line in lines.WithCancellation(stop))
            await JsonLine.WriteAsync(file, ExportedMessage.Of(line, copy.Slug), stop);
    }

    static object Message(TalkLine line) => new
    {
        line.ExternalId,
        line.Seq,
        line.At,
        Author = ExportedMessage.NameOf(line),
        line.Author?.Handle,
        Topic = line.Topic.Length > 0 ? line.Topic : null,
        line.Text,
        line.ReplyTo,
        line.EditedAt,
        line.Mark,
        Pinned = line.Pinned ? true : (bool?)null,
    };
}
