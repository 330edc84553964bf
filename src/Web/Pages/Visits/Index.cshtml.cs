using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>Where communities open their doors; for members the visits of their own, and communities like theirs first.</summary>
sealed class IndexModel(CurrentMember current, OfferReader offers, VisitRows visits, TopicList topicList) : PageModel
{
    public Member? Me { get; private set; }
    public IReadOnlyList<OfferRow> Offers { get; private set; } = [];
    public IReadOnlyList<OfferRow> Ours { get; private set; } = [];
    public IReadOnlyList<VisitRow> Visits { get; private set; } = [];
    public IReadOnlyList<VisitRow> Over { get; private set; } = [];
    public TopicList.Topics Topics { get; private set; } = null!;
    public string? Topic { get; private set; }

    /// <summary>I speak for a community, so I can offer and apply.</summary>
    public bool HasCommunity { get; private set; }

    public async Task OnGetAsync(string? topic, CancellationToken stop)
    {
        Me = await current.GetAsync(stop);
        Topics = await topicList.GetAsync();
        Topic = topic is not null && Topics.BySlug.ContainsKey(topic) ? topic : null;
        var mine = Me is null ? [] : (await offers.CommunitiesOfAsync(Me, stop)).ConvertAll(l => l.Id);
        HasCommunity = mine.Count > 0;
        Offers = await offers.ReadAsync(mine, Topic, stop);
        if (Me is null)
            return;
        foreach (var id in mine)
            Ours = [.. Ours, .. await offers.OfCommunityAsync(id, stop)];
        var rows = await visits.OfAsync(Me, stop);
        (Visits, Over) = ([.. rows.Where(v => !v.IsOver)], [.. rows.Where(v => v.IsOver)]);
    }
}
