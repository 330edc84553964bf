using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The YAML and Markdown beside this file, carried in the assembly.</summary>
static class StarterFiles
{
    const string Prefix = "Starter/";

    static readonly Assembly Here = typeof(StarterFiles).Assembly;

    public static List<T> Read<T>(string file) => ReadOne<List<T>>(file);

    public static T ReadOne<T>(string file)
    {
        using var reader = new StringReader(Text(file) ?? throw new InvalidOperationException($"The starter file {file} is not in the program."));
        return new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .IgnoreUnmatchedProperties()
            .Build()
            .Deserialize<T>(reader);
    }

    /// <summary>Null when there is no such file.</summary>
    public static string? Text(string file)
    {
        using var stream = Here.GetManifestResourceStream(Prefix + file);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
