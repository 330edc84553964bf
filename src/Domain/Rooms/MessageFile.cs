namespace HealthDoers.Domain.Rooms;

/// <summary>A picture or another file that somebody sent along with a message.</summary>
public sealed class MessageFile
{
    MessageFile() { }

    internal MessageFile(Guid messageId, int place, PostedFile file)
    {
        MessageId = messageId;
        Place = place;
        (File, Name, Description, ContentType, Length, Width, Height) = file;
    }

    public Guid MessageId { get; private set; }

    /// <summary>Its place among the files of the message, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The hash of its content, by which it is kept.</summary>
    public string File { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What it shows or holds, for whoever does not see it.</summary>
    public string Description { get; private set; } = "";
    public string ContentType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>In pixels; 0 for what is no picture.</summary>
    public int Width { get; private set; }
    public int Height { get; private set; }
}

/// <summary>A file on its way into a message, judged and kept already.</summary>
public sealed record PostedFile(string File, string Name, string Description, string ContentType, long Length, int Width, int Height)
{
    public const int MostInAMessage = 6;
    public const int NameLimit = 120;
    public const int DescriptionLimit = 300;
}
