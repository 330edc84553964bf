using HealthDoers.Domain;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;
using SeenBy = HealthDoers.Domain.Members.Audience;

namespace HealthDoers.Web.Indexing;

sealed class MemberDocuments : IFindable
{
    const int SummaryLength = 200;

    public string Kind => "member";

    public IQueryable<Guid> All(AppDb db) => db.Members.Listed().Select(m => m.Id);

    public Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>(events
            .Where(e => e is MemberJoined or MemberChanged or MemberSuspended or MemberReinstated or MemberErased)
            .Select(e => e.SubjectId).ToHashSet());

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.Members.AsNoTracking().Listed().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken)).Select(Document)];

    static SearchDocument Document(Member member)
    {
        var profile = member.Profile;
        // Being found by a word gives the word away, so it is kept only if whoever finds the member may see it.
        var showsWhere = profile.WhereSeenBy >= profile.SeenBy;
        return new()
        {
            Kind = "member",
            Id = member.Id.ToString(),
            Url = $"/members/{member.Handle}",
            Title = member.Name,
            Summary = SafeMarkdown.Excerpt(profile.About.Length > 0 ? profile.About : profile.Brings, SummaryLength),
            Body = string.Join("\n", new[] { profile.About, profile.Brings, profile.Needs }.Select(SafeMarkdown.ToPlainText).Where(part => part.Length > 0)),
            Topics = [.. profile.Topics.Select(slug => new SearchTopic(slug, slug))],
            Keywords = showsWhere ? [member.Handle, profile.Organisation] : [member.Handle],
            Place = showsWhere && profile.Place.Length > 0 ? profile.Place : null,
            Skills = [.. profile.Skills.Select(Skill.Find).OfType<Skill>().Select(s => s.Slug)],
            Language = member.Language ?? "en",
            PublishedAt = member.JoinedAt,
            UpdatedAt = member.JoinedAt,
            Audience = [profile.SeenBy == SeenBy.Everyone ? Search.Audience.Everyone : Search.Audience.Members],
        };
    }
}
