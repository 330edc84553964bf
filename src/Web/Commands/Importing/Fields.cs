using System.Text.Json;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>The named values of one line, whatever the format of the file. Null is what the line does not speak of.</summary>
abstract class Fields
{
    public abstract string? Text(string name);

    public abstract IReadOnlyList<string>? List(string name);
}

/// <summary>One line of JSONL.</summary>
sealed class JsonFields : Fields
{
    readonly JsonElement _line;

    JsonFields(JsonElement line) => _line = line;

    /// <summary>The members of an object that was read already.</summary>
    public static JsonFields Of(JsonElement given) => new(given);

    /// <exception cref="BadLineException">The line is no JSON object.</exception>
    public static JsonFields Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.Clone())
                : throw new BadLineException("is no JSON object");
        }
        catch (JsonException)
        {
            throw new BadLineException("is broken JSON");
        }
    }

    public override string? Text(string name) => _line.TryGetProperty(name, out var value) ? Text(name, value) : null;

    public override IReadOnlyList<string>? List(string name)
    {
        if (!_line.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => Text(name, item)).OfType<string>()]
            : Text(name, value) is { } one ? [one] : null;
    }

    static string? Text(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => throw new BadLineException($"has a {name} that is no text"),
            };
        }
        catch (InvalidOperationException)
        {
            throw new BadLineException($"has a {name} of broken Unicode");
        }
    }
}

/// <summary>One record of CSV. List values are parted by <c>|</c>.</summary>
sealed class CsvFields(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells) : Fields
{
    public override string? Text(string name) => columns.TryGetValue(name, out var column) && column < cells.Count ? cells[column] : null;

    public override IReadOnlyList<string>? List(string name) =>
        Text(name)?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
