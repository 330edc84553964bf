using System.Text.Json;

namespace HealthDoers.Web.Commands.Backups;

/// <summary>What a backup says of itself: who made it, of what, and the hash of every entry.</summary>
sealed record Manifest
{
    public const string EntryName = "manifest.json";
    public const string OfThisProgram = "HealthDoers backup";
    public const int NewestFormat = 1;

    /// <summary>A manifest of millions of entries stays far below; a larger one is none.</summary>
    public const int LongestFile = 256 * 1024 * 1024;

    public required string What { get; init; }
    public required int Format { get; init; }

    /// <summary>Sqlite or PostgreSql: the database inside is in that one's own form.</summary>
    public required string Provider { get; init; }

    /// <summary>The last migration of the database inside.</summary>
    public required string Migration { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Rows by table.</summary>
    public required Dictionary<string, long> Rows { get; init; }
    public required List<ManifestEntry> Entries { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Null when it is none.</summary>
    public static Manifest? Read(Stream text)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

sealed record ManifestEntry(string Name, long Bytes, string Sha256);
