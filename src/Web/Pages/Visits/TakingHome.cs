using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Ideas.Adapting;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>What became of the things that guests took home, and the form that begins with one of them.</summary>
sealed class TakingHome(AppDb db)
{
    const int MostIdeas = 40;

    /// <summary>Ideas that the hosts try or tell of: those a guest has seen at work there.</summary>
    public async Task<IReadOnlyList<SeenIdea>> IdeasOfAsync(Guid hostId, CancellationToken stop)
    {
        var language = PageFrame.Language;
        var stories = db.Stories.Where(s => s.ListingId == hostId && s.Withdrawal == null && s.Hiding == null).Select(s => s.Id);
        return await db.Ideas.Public().Where(i => i.Retirement == null && (i.Stories.Any(t => stories.Contains(t.StoryId))
                || db.Adaptations.Any(a => a.IdeaId == i.Id && a.WithdrawnAt == null && (a.ListingId == hostId || a.StoryId != null && stories.Contains(a.StoryId.Value)))))
            .OrderBy(i => i.Title).Take(MostIdeas)
            .Select(i => new SeenIdea(i.Id, i.Slug, i.Translations.Where(t => t.Language == language).Select(t => t.Title).FirstOrDefault() ?? i.Title)).ToListAsync(stop);
    }

    public async Task<IReadOnlyList<TakenRow>> RowsAsync(Visit visit, CancellationToken stop)
    {
        var ids = visit.Takeaways.Select(t => t.Id).ToList();
        var ideaIds = visit.Takeaways.Select(t => t.IdeaId ?? t.Id).ToList();
        var tried = await db.Adaptations.Where(a => ids.Contains(a.Id) && a.WithdrawnAt == null).Select(a => a.Id).ToHashSetAsync(stop);
        var ideas = await db.Ideas.Public().Where(i => ideaIds.Contains(i.Id) && i.Retirement == null).Select(i => new { i.Id, i.Slug, i.Title }).ToDictionaryAsync(i => i.Id, stop);
        return [.. visit.Takeaways.OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => new TakenRow(t, ideas.GetValueOrDefault(t.IdeaId ?? t.Id)?.Slug, tried.Contains(t.Id)))];
    }

    /// <summary>Takeaways of which something has come already.</summary>
    public async Task<IReadOnlySet<Guid>> TakenUpAsync(Visit visit, CancellationToken stop)
    {
        var ids = visit.Takeaways.Select(t => t.Id).ToList();
        return await db.Adaptations.Where(a => ids.Contains(a.Id)).Select(a => a.Id).Union(db.Ideas.Where(i => ids.Contains(i.Id)).Select(i => i.Id)).ToHashSetAsync(stop);
    }

    /// <summary>"We are trying this" as it begins with a thing taken home; null when that is not theirs, or of another idea.</summary>
    public async Task<AdaptForm?> BeginAsync(Guid takeawayId, Idea idea, Member me, CancellationToken stop)
    {
        var found = await db.Visits.AsNoTracking().Of(me.Id).Where(v => v.Takeaways.Any(t => t.Id == takeawayId))
            .Select(v => new { v.HostId, v.Guest, Takeaway = v.Takeaways.First(t => t.Id == takeawayId) }).SingleOrDefaultAsync(stop);
        if (found is null || (found.Takeaway.IdeaId ?? found.Takeaway.Id) != idea.Id)
            return null;
        var teacher = await db.Adaptations.Where(a => a.IdeaId == idea.Id && a.ListingId == found.HostId && a.WithdrawnAt == null).OrderBy(a => a.StartedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(stop);
        var content = found.Guest.Content;
        return new()
        {
            Who = Shortened(content.In(PageFrame.Language).Name, Adaptation.WhoLimit),
            Place = Shortened(content.Place?.Name ?? "", Adaptation.PlaceLimit),
            Of = found.Guest.Slug,
            From = teacher?.ToString(),
            WhatWeChange = found.Takeaway.Words == idea.Title ? "" : found.Takeaway.Words,
        };
    }

    static string Shortened(string words, int limit) => words.Length <= limit ? words : words[..limit];
}

public sealed record SeenIdea(Guid Id, string Slug, string Title);

/// <param name="Idea">The slug of its idea, when there is one.</param>
/// <param name="IsTried">Somebody pressed "We are trying this".</param>
sealed record TakenRow(VisitTakeaway Taken, string? Idea, bool IsTried)
{
    public string Url => IsTried ? IdeaAddress.OfAdaptation(Taken.Id) : $"{IdeaAddress.Of(Idea!)}/adapt?takeaway={Taken.Id}";
}
