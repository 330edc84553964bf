using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Load.Bare.Pages;

public sealed record Row(Guid Id, string Title, string Summary, string Author, long PublishedAt);

public sealed class IndexModel(BareDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await db.Stories.AsNoTracking()
            .OrderByDescending(story => story.PublishedAt).Take(20)
            .Join(db.Authors, story => story.AuthorId, author => author.Id,
                (story, author) => new Row(story.Id, story.Title, story.Summary, author.Name, story.PublishedAt))
            .ToListAsync();
}
