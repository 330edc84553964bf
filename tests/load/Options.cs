namespace HealthDoers.Load;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Collection">A folder with a judged search collection.</param>
/// <param name="Elasticsearch">The address of a server to measure beside the embedded index.</param>
public sealed record Options(string Name, bool Brief, string? Collection, string? Elasticsearch)
{
    /// <summary>Null when it cannot be understood.</summary>
    public static Options? Read(string[] words)
    {
        var options = new Options("", false, null, Environment.GetEnvironmentVariable("HEALTHDOERS_TEST_ELASTICSEARCH") is { Length: > 0 } address ? address : null);
        for (var at = 0; at < words.Length; at++)
        {
            var value = at + 1 < words.Length ? words[at + 1] : null;
            switch (words[at])
            {
                case "--short":
                    options = options with { Brief = true };
                    break;
                case "--collection" when value is not null:
                    options = options with { Collection = value };
                    at++;
                    break;
                case "--elasticsearch" when value is not null:
                    options = options with { Elasticsearch = value };
                    at++;
                    break;
                case var name when options.Name.Length == 0 && !name.StartsWith('-'):
                    options = options with { Name = name };
                    break;
                default:
                    return null;
            }
        }
        return options.Name.Length == 0 ? null : options;
    }
}
