using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas;

/// <summary>The ideas of a hub and its parts, on the hub's page, most adapted first.</summary>
sealed class HubIdeas(AppDb db) : IHubPart
{
    const int Shown = 5;

    public int Place => 5;
    public string Partial => "/Pages/Ideas/_HubIdeas.cshtml";

    public async Task<object?> ReadAsync(Hub hub, IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        var ideas = db.Ideas.Public().Where(i => i.Retirement == null).InHubs(under);
        var rows = await ideas.MostAdapted().Take(Shown).ToRowsAsync(db, PageFrame.Language, cancellationToken);
        if (rows.Count == 0)
            return null;
        // The list of ideas narrows by one topic, which is what most hubs are about.
        var all = under.SelectMany(h => h.Scope.Topics).Distinct().ToList() is [var topic] && under.All(h => h.Scope.Regions.Count == 0)
            ? new IdeaFilter { Topic = topic, MostAdaptedFirst = true }.Url() : null;
        return new HubIdeasView(rows, await ideas.CountAsync(cancellationToken), all);
    }
}

/// <param name="All">Where all of them are listed; null where no list says just this.</param>
sealed record HubIdeasView(IReadOnlyList<IdeaRow> Rows, int Count, string? All);
