using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.About;

/// <summary>One page of the site's own words: /about/…, /help and /privacy.</summary>
[KeptForVisitors(PageArea.Stories)]
sealed class TextModel(PlainWords plainWords, SolutionWords solutions, StoryCounts storyCounts, SiteHosts hosts, IStringLocalizer<AboutText> text) : PageModel
{
    public AboutPage Words { get; private set; } = null!;
    public string Html { get; private set; } = "";

    /// <summary>On the page of the Community of Solutions its skills and behaviours follow the text.</summary>
    public bool ShowsSkills => Words.Slug == "community-of-solutions";
    public SolutionWords Solutions => solutions;
    public StoryCounts.Counts Counts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (AboutPage.Find(slug, PageFrame.Language) is not { } words)
            return NotFound();
        Words = words;
        Html = AboutPage.AsPage((await plainWords.GetAsync())
            .Html(words.Markdown.Replace("{hosts}", hosts.Mail is { } mail ? text["HostsAtMail", mail] : text["HostsInRoom"], StringComparison.Ordinal), words.Language, new HashSet<string>()));
        Counts = await storyCounts.GetAsync();
        return Page();
    }
}
