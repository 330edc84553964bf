using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Ideas.Spread;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas;

[KeptForVisitors("idea/{slug}")]
sealed class IdeaModel(AppDb db, CurrentMember current, TopicList topicList, PlainWords plainWords, SolutionWords solutions, SpreadWords spreadWords,
    IStringLocalizer<SharedText> shared, IStringLocalizer<IdeasText> text) : PageModel
{
    const int MostStories = 12;
    const int MostCautions = 3;

    // Shared by every text of the page: a term is explained where it is first used.
    readonly HashSet<string> _explained = [];
    PlainWords.Terms _terms = null!;

    public IdeaReading Idea { get; private set; } = null!;
    public SpreadReading Spread { get; private set; } = null!;
    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];
    public TopicList.Topics Topics { get; private set; } = null!;
    public SolutionWords Solutions => solutions;
    public Member? Viewer { get; private set; }

    /// <summary>What this viewer did with it; nothing for a visitor, so that the page can be shared.</summary>
    public bool IsKept { get; private set; }
    public bool IsFollowed { get; private set; }
    public bool CanEdit => Viewer is { IsActive: true } viewer && (viewer.IsEditor || viewer.Id == Idea.ProposedById);

    /// <summary>The translation when there is one in the reader's language, unless they asked for the original.</summary>
    public IdeaWords Words { get; private set; } = null!;

    /// <summary>The language of <see cref="Words"/>.</summary>
    public string Language { get; private set; } = "";
    public bool IsTranslated { get; private set; }

    public IEnumerable<SpreadTree.Node> Cautions => Spread.Tree.All.Where(n => n.IsCaution && !n.IsAnonymous).OrderByDescending(n => n.Latest!.At).Take(MostCautions);

    public async Task<IActionResult> OnGetAsync(string slug, bool original, CancellationToken cancellationToken)
    {
        if (!Slug.IsValid(slug))
            return NotFound();
        Viewer = await current.GetAsync(cancellationToken);
        var visible = db.Ideas.VisibleTo(Viewer);
        if (await ReadAsync(visible.Where(i => i.Slug == slug), cancellationToken) is not { } idea)
            return await MovedAsync(visible, slug, cancellationToken);

        Idea = idea;
        Spread = await SpreadReading.ReadAsync(db, idea.Id, cancellationToken);
        Stories = (await db.Stories.Public().Where(s => db.Ideas.Any(i => i.Id == idea.Id && i.Stories.Any(told => told.StoryId == s.Id)))
            .Newest().Take(MostStories).ToRowsAsync(PageFrame.Language, cancellationToken)).Rows();
        Topics = await topicList.GetAsync();
        _terms = await plainWords.GetAsync();
        if (Viewer is { } viewer)
        {
            IsKept = await db.IdeasToTry.AnyAsync(k => k.IdeaId == idea.Id && k.MemberId == viewer.Id, cancellationToken);
            IsFollowed = await db.Follows.AnyAsync(f => f.MemberId == viewer.Id && f.Kind == FollowedKind.Idea && f.TargetId == idea.Id, cancellationToken);
        }
        IsTranslated = idea.Translation is not null && !original;
        Words = IsTranslated ? idea.Translation! : idea.Content.Words;
        Language = IsTranslated ? PageFrame.Language : idea.Content.Language;
        return Page();
    }

    public string Html(string markdown) => _terms.Html(markdown, Language, _explained);

    /// <summary>The tree for wide and for narrow screens.</summary>
    public string Drawing(SpreadSize size, string id) => new SpreadDrawing(spreadWords, size).Draw(
        Spread.Tree, Words.Title, Idea.Standing, text["TreeTitle", Words.Title], text["TreeSays", Spread.Tree.All.Count, Spread.Tree.Generations], id);

    public string ReasonOf(IdeaStep step) => IsTold(step) ? Words.StandingReason : step.Reason;

    /// <summary>Null where it is the language of the page.</summary>
    public string? LanguageOfReason(IdeaStep step) =>
        (IsTold(step) ? Language : Idea.Content.Language) is var language && language == PageFrame.Language ? null : language;

    bool IsTold(IdeaStep step) => IsTranslated && Words.StandingReason.Length > 0 && step == Idea.Steps[^1];

    public string Day(DateTimeOffset at) => at.ToString(shared["PatternDay"], CultureInfo.CurrentCulture);

    /// <summary>The artwork of its first topic.</summary>
    public string? Artwork => Idea.Content.Topics.Select(t => Topics.BySlug.GetValueOrDefault(t)?.Artwork).FirstOrDefault();

    static async Task<IdeaReading?> ReadAsync(IQueryable<Idea> one, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        return await one.AsNoTracking().Select(i => new IdeaReading
        {
            Id = i.Id,
            ProposedById = i.ProposedById,
            Slug = i.Slug,
            Content = i.Content,
            Standing = i.Standing,
            ProposedAt = i.ProposedAt,
            Retirement = i.Retirement,
            IsPublic = i.Hiding == null,
            ProposerName = i.ProposedBy.Name,
            ProposerHandle = i.ProposedBy.ErasedAt == null ? i.ProposedBy.Handle : null,
            Origin = i.Origin,
            Translation = i.Translations.Where(t => t.Language == language).Select(t => t.Words).FirstOrDefault(),
            Steps = i.Steps.OrderBy(step => step.ClaimedAt).ToList(),
        }).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>An address that the idea, or one merged into it, had before leads on to the present one.</summary>
    async Task<IActionResult> MovedAsync(IQueryable<Idea> visible, string slug, CancellationToken cancellationToken) =>
        await visible.Where(i => db.IdeaSlugs.Any(old => old.Slug == slug && old.IdeaId == i.Id))
            .Select(i => i.Slug).FirstOrDefaultAsync(cancellationToken) is { } now
            ? RedirectPermanent(IdeaAddress.Of(now) + Request.QueryString)
            : NotFound();
}

/// <summary>All of an idea that its page shows.</summary>
sealed record IdeaReading
{
    public required Guid Id { get; init; }
    public required Guid ProposedById { get; init; }
    public required string Slug { get; init; }
    public required IdeaContent Content { get; init; }
    public required EvidenceStanding Standing { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public required Retirement? Retirement { get; init; }
    public required bool IsPublic { get; init; }
    public required string ProposerName { get; init; }

    /// <summary>Null when they have left.</summary>
    public required string? ProposerHandle { get; init; }
    public required Origin Origin { get; init; }
    public required IdeaWords? Translation { get; init; }
    public required List<IdeaStep> Steps { get; init; }
}
