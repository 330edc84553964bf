using HealthDoers.Domain.Words;
using HealthDoers.Search;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Search;

sealed class IndexModel(ISearchEngine index, Askers askers, FacetWords words, TopicList topicList, UnansweredLog unanswered, IStringLocalizer<SearchText> text) : PageModel
{
    const int NearestShown = 5;
    const int ValuesShown = 8;
    const int PlacesShown = 6;
    const int LongestAsked = 300;
    const int MostTries = 4;
    const int ShortestBeginning = 3;

    /// <summary>More of a question is not read anyway.</summary>
    const int LongestShown = 2_000;

    /// <summary>The kinds that can be found, in the order of their tabs.</summary>
    public static readonly string[] Kinds = ["idea", "story", "community", "initiative", "partner", "hub", "resource", "member", "term", "message"];

    /// <summary>The facets to narrow by with ticks, in their order.</summary>
    public static readonly string[] Ticked = [FacetNames.Evidence, FacetNames.Source, FacetNames.Topic, FacetNames.Population, FacetNames.Skill];

    public SearchParameters Asked { get; private set; } = new();
    public SearchQuery Query { get; private set; } = new();
    public SearchPage Found { get; private set; } = new();
    public IReadOnlyList<string> Refused { get; private set; } = [];
    public TopicList.Topics Topics { get; private set; } = null!;

    /// <summary>Under what is chosen there is nothing: the same words with nothing chosen.</summary>
    public SearchPage? Wider { get; private set; }

    /// <summary>Nobody has said all of these words: what comes nearest to the longest of them.</summary>
    public SearchPage? Nearest { get; private set; }

    /// <summary>Nobody has said any of these words yet: what is new.</summary>
    public SearchPage? Newest { get; private set; }

    /// <summary>Where the question stands ready to be asked.</summary>
    public string AskUrl => IsBlank ? "/rooms/welcome" : $"/rooms/welcome?draft={Uri.EscapeDataString(text["AskDraft", Query.Text.Length > LongestAsked ? Query.Text[..LongestAsked] : Query.Text])}#Input_Body";

    /// <summary>Where this search can be kept; none when it asks for nothing that could be waited for.</summary>
    public string? SaveUrl => Refused.Count > 0 || IsStart ? null : (Asked with { Page = null, Sort = null }).Url().Replace("/search?", "/searches/new?", StringComparison.Ordinal);

    public bool HasIdeas => Query.Kinds.Count == 0 || Query.Kinds.Contains("idea");

    /// <summary>The places of most results, while none is chosen.</summary>
    public IReadOnlyList<FacetCount> Places => string.IsNullOrEmpty(Asked.Place) ? [.. (Facets.GetValueOrDefault(FacetNames.Place) ?? []).Take(PlacesShown)] : [];

    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; set; } = new Dictionary<string, IReadOnlyList<FacetCount>>();

    public bool IsBlank => string.IsNullOrWhiteSpace(Query.Text);
    public bool IsStart => IsBlank && Choices.Count == 0 && Asked.Kind is null or "";
    public bool CanNarrow => !IsStart && (Found.Total > 0 || Choices.Count > 0);
    public int LastPage => (Math.Min(Found.Total, SearchQuery.MaxReach) + Query.Size - 1) / Query.Size;
    public string? Previous => Query.Page > 1 ? (Asked with { Page = Query.Page == 2 ? null : $"{Math.Min(Query.Page, LastPage + 1) - 1}" }).Url() : null;
    public string? Next => Query.Page < LastPage ? (Asked with { Page = $"{Query.Page + 1}" }).Url() : null;

    /// <summary>What is chosen beside words and kind.</summary>
    public List<(string Facet, string Value, string Label)> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "private, no-cache";
        Topics = await topicList.GetAsync();
        // The page has its own size, whatever an address says, and many links that repeat the question.
        var asked = SearchAddress.Read(Request.Query);
        Asked = asked with { Q = Shown(asked.Q), Size = null };
        Query = Asked.Read(await askers.AudiencesAsync(cancellationToken), out var refusals) with { Language = PageFrame.Language };
        Refused = [.. refusals.Select(refusal => text["Refused" + refusal.Kind].Value).Distinct()];
        if (refusals.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        Choices = [.. FacetNames.All.Where(facet => facet != FacetNames.Kind)
            .SelectMany(facet => Asked.Values(facet), (facet, value) => (facet, value, words.Label(facet, value, Topics) ?? value))];

        if (IsStart)
            Query = Query with { Kinds = ["story"] };
        Found = await FindAsync(Query, cancellationToken);
        Facets = await words.WordAsync(Found);
        if (Found.Total > 0)
            return;
        var bare = new SearchQuery { Text = Query.Text, Language = Query.Language, Audiences = Query.Audiences, Size = NearestShown };
        if (Choices.Count > 0 || Query.Kinds.Count > 0)
            Wider = await FindAsync(bare, cancellationToken);
        if (Wider is { Total: > 0 })
            return;
        unanswered.FoundNothing(Query.Text, HttpContext);
        Nearest = await NearestAsync(bare, cancellationToken);
        if (Nearest is null)
            Newest = await FindAsync(bare with { Text = "", Kinds = ["story"] }, cancellationToken);
    }

    async Task<SearchPage> FindAsync(SearchQuery query, CancellationToken cancellationToken) =>
        await askers.OnlyOpenAsync(await index.SearchAsync(query, cancellationToken), cancellationToken);

    /// <summary>One word of the question may be known in part: its beginning finds what is nearest.</summary>
    async Task<SearchPage?> NearestAsync(SearchQuery bare, CancellationToken cancellationToken)
    {
        foreach (var word in bare.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestBeginning * 2).OrderByDescending(word => word.Length).Take(MostTries))
        {
            var page = await FindAsync(bare with { Text = word[..Math.Max(ShortestBeginning, word.Length / 2)] }, cancellationToken);
            if (page.Total > 0)
                return page;
        }
        return null;
    }

    static string Shown(string? question)
    {
        var line = CleanText.Line(question);
        if (line.Length <= LongestShown)
            return line;
        return line[..(char.IsHighSurrogate(line[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
    }

    /// <summary>The values of a facet with their counts; what is chosen stays, also when nothing is left under it.</summary>
    public IReadOnlyList<(FacetCount Count, bool IsChosen)> Values(string facet)
    {
        var chosen = Asked.Values(facet);
        var counts = Facets.GetValueOrDefault(facet) ?? [];
        return [.. counts.Where((count, at) => at < ValuesShown || chosen.Contains(count.Value)).Concat(chosen.Where(value => !counts.Any(count => count.Value == value))
            .Select(value => new FacetCount(value, words.Label(facet, value, Topics) ?? value, 0))).Select(count => (count, chosen.Contains(count.Value)))];
    }
}
