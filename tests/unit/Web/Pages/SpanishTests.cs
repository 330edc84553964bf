using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HealthDoers.Tests.Web.Pages;

public sealed partial class SpanishTests
{
    [Fact]
    public void One_voice_speaks_to_the_reader_and_says_usted()
    {
        var said = Directory.EnumerateFiles(Path.Combine(Root(), "src", "Web"), "*.es.resx", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file).Descendants("data").Select(data => $"{Path.GetFileName(file)} {data.Attribute("name")!.Value}: {data.Element("value")!.Value}"))
            .ToList();

        Assert.True(said.Count > 500, $"Only {said.Count} sentences were found.");
        Assert.DoesNotContain(said, sentence => Familiar().IsMatch(sentence));
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HealthDoers.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"\b(tú|tus?|te|ti|contigo|tuy[oa]s?|puedes|quieres|tienes|eres|estás|ves|sigues|podrás|verás|tendrás|recibes|recibirás|guardaste|pediste|quisiste|únete|escribe tu|agrégal[oa]s?|búscal[oa]s?|elige un[oa]?|déjal[oa]|avísame)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();
}
