namespace HealthDoers.Web.Files;

/// <summary>An upload, named by the SHA-256 of its content. Two people who upload the same share one.</summary>
public sealed class StoredFile
{
    public required string Hash { get; init; }
    public required string ContentType { get; init; }
    public required long Length { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public required Guid OwnerId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>On PostgreSQL, so that every node serves it; null where it lies in the data folder.</summary>
    public byte[]? Content { get; init; }
}
