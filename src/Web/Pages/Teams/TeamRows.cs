using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>A peer team as lists show it.</summary>
/// <param name="Mentor">Null while it has none.</param>
/// <param name="Gaps">What it still looks for.</param>
public sealed record TeamRow(string Slug, TeamWords Words, TeamSupport Support, TeamCommunity? Mentor, IReadOnlyList<TeamCommunity> Pacesetters, IReadOnlyList<TeamGap> Gaps, bool HasEnded)
{
    public string Url => TeamAddress.Of(Slug);
    public string? Language => PageFrame.IfOther(Words.Language);
}

/// <param name="Language">Of the name, when it is not the reader's.</param>
public sealed record TeamCommunity(Guid Id, string Name, string Url, string? Place, string? Language);

public static class TeamAddress
{
    public static string Of(string slug) => "/teams/" + slug;
}

static class TeamRows
{
    public static async Task<List<TeamRow>> ToRowsAsync(this IQueryable<PeerTeam> teams, AppDb db, CancellationToken stop)
    {
        var read = await teams.AsNoTracking().Include(t => t.Places).AsSplitQuery().ToListAsync(stop);
        var communities = await db.CommunitiesOfAsync(read, stop);
        return read.ConvertAll(t => Row(t, communities));
    }

    /// <summary>The communities that said yes to one of these teams and that everybody may see.</summary>
    public static async Task<Dictionary<Guid, TeamCommunity>> CommunitiesOfAsync(this AppDb db, IEnumerable<PeerTeam> teams, CancellationToken stop)
    {
        var ids = teams.SelectMany(t => t.Taken).Select(p => p.ListingId).ToHashSet();
        return (await db.Listings.AsNoTracking().Public().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Kind, l.Slug, l.Content }).ToListAsync(stop))
            .ToDictionary(l => l.Id, l => new TeamCommunity(l.Id, l.Content.In(PageFrame.Language).Name, ListingAddress.Of(l.Kind, l.Slug), l.Content.Place?.Name,
                l.Content.Words.ContainsKey(PageFrame.Language) ? null : l.Content.Language));
    }

    public static TeamRow Row(PeerTeam team, IReadOnlyDictionary<Guid, TeamCommunity> communities)
    {
        return new(team.Slug, team.Words, team.Support, In(TeamPart.Mentor).FirstOrDefault(), [.. In(TeamPart.Pacesetter)], [.. team.Gaps], team.Ending is not null);

        IEnumerable<TeamCommunity> In(TeamPart part) =>
            team.Taken.Where(p => p.Part == part).OrderBy(p => p.TakenAt).Select(p => communities.GetValueOrDefault(p.ListingId)).OfType<TeamCommunity>();
    }
}
