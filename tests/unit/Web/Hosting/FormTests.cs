using System.Text.RegularExpressions;

namespace HealthDoers.Tests.Web.Hosting;

public sealed partial class FormTests
{
    /// <summary>The framework leaves it out where a form names its action, and then nothing that is sent is taken.</summary>
    [Fact]
    public void Every_form_that_posts_to_another_address_carries_the_token_of_its_page()
    {
        var forms = Directory.EnumerateFiles(Path.Combine(Root, "src", "Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Posting().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}")).ToList();

        Assert.NotEmpty(forms);
        Assert.DoesNotContain(forms, form => !form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("""<form (?=[^>]*\smethod="post"|method="post")(?=[^>]*\saction=")[^>]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Posting();

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
