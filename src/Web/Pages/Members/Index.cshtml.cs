using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Account;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Members;

/// <summary>Find collaborators among those who chose to be found.</summary>
sealed class IndexModel(AppDb db, CurrentMember me, TopicList topicList, SolutionWords solutions, IStringLocalizer<AccountText> accountWords, IStringLocalizer<MembersText> text) : PageModel
{
    const int PageSize = 30;

    public MemberFilter Filter { get; private set; } = new();
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Newer { get; private set; }
    public string? Older { get; private set; }
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IEnumerable<SelectListItem> Skills => Skill.All.Select(s => new SelectListItem(solutions.Of(s, PageFrame.Language).Name, s.Code, Filter.Skill == s)).Prepend(new(text["Any"], ""));
    public IEnumerable<SelectListItem> Roles => Enum.GetValues<CommunityRole>().Select(r => new SelectListItem(accountWords[$"CommunityRole{r}"], $"{r}", Filter.Role == r)).Prepend(new(text["Any"], ""));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = MemberFilter.From(Request.Query);
        var number = int.TryParse(Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        var viewer = await me.GetAsync(cancellationToken);
        var known = await topicList.GetAsync();
        Topics = [new(text["Any"], ""), .. known.In(PageFrame.Language).Select(t => new SelectListItem(t.In(PageFrame.Language).Name, t.Slug, Filter.Topic == t.Slug))];
        var rows = await Filter.Of(db.Members.AsNoTracking(), viewer).Newest().Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize).Select(m => new Row(m.Handle, m.Name, m.Profile, m.ShowsWhereTo(viewer)))];
        Newer = number > 1 ? Filter.Url(number - 1) : null;
        Older = rows.Count > PageSize ? Filter.Url(number + 1) : null;
    }

    public sealed record Row(string Handle, string Name, Profile Profile, bool ShowsWhere);
}
