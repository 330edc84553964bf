using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.About;

[KeptForVisitors(PageArea.Words)]
sealed class IndexModel : PageModel
{
    public IReadOnlyList<AboutPage> Pages { get; private set; } = [];

    public void OnGet() => Pages = [.. AboutPage.Order.Select(slug => AboutPage.Find(slug, PageFrame.Language)!)];
}
