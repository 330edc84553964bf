using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;

namespace HealthDoers.Web.Look;

/// <summary>
/// The styles, scripts, fonts and icons made by build/assets.mjs. They are few and small, so they live in memory,
/// each with the encodings that were compressed at build.
/// </summary>
public sealed class Assets
{
    const string Prefix = "/built/";

    readonly FrozenDictionary<string, string> urls;
    readonly FrozenDictionary<string, BuiltFile> files;
    readonly FrozenDictionary<string, string> icons;

    Assets(string folder)
    {
        urls = Read(Path.Combine(folder, "manifest.json")).ToFrozenDictionary(entry => entry.Key, entry => Prefix + entry.Value);
        icons = Read(Path.Combine(folder, "icons.json")).ToFrozenDictionary();
        var types = new FileExtensionContentTypeProvider();
        files = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path) is not (".br" or ".gz" or ".json"))
            .ToFrozenDictionary(path => Prefix + Path.GetFileName(path), path => BuiltFile.Load(path, types));
    }

    /// <summary>The address of an asset by its lasting name, such as <c>site.css</c>.</summary>
    public string this[string name] => urls.TryGetValue(name, out var url)
        ? url
        : throw new InvalidOperationException($"There is no asset named {name}. Is its entry (*.entry.ts, *.entry.css) under src/Web/Pages, and was the project built?");

    /// <summary>The inner part of an icon's SVG.</summary>
    public string Icon(string name) => icons.TryGetValue(name, out var inner)
        ? inner
        : throw new InvalidOperationException($"There is no icon named {name}. Add its Lucide name to src/Web/Look/icons.txt.");

    internal bool TryGetFile(string path, out BuiltFile file) => files.TryGetValue(path, out file!);

    internal static Assets Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "built");
        return File.Exists(Path.Combine(folder, "manifest.json"))
            ? new Assets(folder)
            : throw new InvalidOperationException($"The built styles and scripts are missing from {folder}. Build the Web project again.");
    }

    static Dictionary<string, string> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file))!;
}
