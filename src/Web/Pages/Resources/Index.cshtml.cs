using System.Globalization;
using HealthDoers.Domain.Resources;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Resources;

/// <summary>Tools and resources in the five categories of the movement. There are few, so they are read whole and narrowed here.</summary>
[KeptForVisitors(PageArea.Communities)]
sealed class IndexModel(AppDb db) : PageModel
{
    const int LongestQuestion = 200;

    public string Words { get; private set; } = "";
    public ResourceCategory? Category { get; private set; }
    public ResourceKind? Kind { get; private set; }
    public IReadOnlyList<IGrouping<ResourceCategory, Resource>> Groups { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<(ResourceCategory Category, int Count)> Categories { get; private set; } = [];
    public IReadOnlyList<(ResourceKind Kind, int Count)> Kinds { get; private set; } = [];
    public bool IsNarrowed => Words.Length > 0 || Category is not null || Kind is not null;

    public async Task<IActionResult> OnGetAsync(string? q, string? category, string? kind, CancellationToken cancellationToken)
    {
        Words = CleanText.Line(q) is { Length: > LongestQuestion } endless ? endless[..LongestQuestion] : CleanText.Line(q);
        (Category, Kind) = (Named<ResourceCategory>(category), Named<ResourceKind>(kind));
        if (category is not null && Category is null || kind is not null && Kind is null)
            return NotFound();
        var all = await db.Resources.AsNoTracking().ToListAsync(cancellationToken);
        Categories = [.. all.GroupBy(r => r.Category).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        Kinds = [.. all.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        var compare = CultureInfo.CurrentUICulture.CompareInfo;
        var found = all.Where(r => (Category is null || r.Category == Category) && (Kind is null || r.Kind == Kind)
            && Words.Split(' ').All(word => compare.IndexOf(SaidBy(r), word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)).ToList();
        Total = found.Count;
        Groups = [.. found.OrderBy(r => r.In(PageFrame.Language).Title, StringComparer.CurrentCultureIgnoreCase).GroupBy(r => r.Category).OrderBy(g => g.Key)];
        return Page();
    }

    public static string AddressOf(ResourceCategory? category, ResourceKind? kind) => QueryHelpers.AddQueryString("/resources", new[]
    {
        KeyValuePair.Create("category", category is null ? null : Word(category)),
        KeyValuePair.Create("kind", kind is null ? null : Word(kind)),
    }.Where(asked => asked.Value is not null));

    static string SaidBy(Resource resource) =>
        $"{string.Join(' ', resource.Words.Values.Select(w => $"{w.Title} {w.Summary}"))} {resource.Source.Publisher}";

    static string Word<T>(T value) => char.ToLowerInvariant($"{value}"[0]) + $"{value}"[1..];

    static T? Named<T>(string? word) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Word(value!.Value) == word);
}
