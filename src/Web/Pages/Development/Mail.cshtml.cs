using System.Text.RegularExpressions;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Development;

/// <summary>The mail folder as a page, while developing and nowhere else.</summary>
sealed partial class MailModel(DataFolders folders, IHostEnvironment environment) : PageModel
{
    const int Most = 50;

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        if (!Directory.Exists(folders.Mail))
            return Page();
        var letters = new List<Letter>();
        foreach (var file in Directory.EnumerateFiles(folders.Mail, "*.eml").OrderDescending().Take(Most))
        {
            var source = await System.IO.File.ReadAllTextAsync(file, cancellationToken);
            letters.Add(new(Path.GetFileName(file), source, [.. Address().Matches(source).Select(m => m.Value).Distinct()]));
        }
        Letters = letters;
        return Page();
    }

    [GeneratedRegex("""(?<=\s)https?://[^\s"<>]+""")]
    private static partial Regex Address();

    public sealed record Letter(string File, string Source, IReadOnlyList<string> Links);
}
