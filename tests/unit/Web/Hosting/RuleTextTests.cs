using System.Globalization;
using System.Text.RegularExpressions;
using HealthDoers.Web.Hosting;

namespace HealthDoers.Tests.Web.Hosting;

public sealed partial class RuleTextTests
{
    [Fact]
    public void Every_rule_that_can_be_broken_is_said_in_Spanish_too()
    {
        var spanish = new System.Resources.ResourceManager(typeof(RuleText)).GetResourceSet(CultureInfo.GetCultureInfo("es"), createIfNotExists: true, tryParents: false)!;
        var sentences = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Thrown().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(sentences);
        Assert.DoesNotContain(sentences, sentence => spanish.GetString(sentence) is null);
    }

    [GeneratedRegex("""(?:RuleBrokenException|: Exception)\(\s*"([A-Z][^"]+[.])"\s*[),]""")]
    private static partial Regex Thrown();

    static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "HealthDoers.slnx")))
                folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
