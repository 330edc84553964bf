using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Commands.Importing;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Fills a community with invented people and what they wrote. The same seed tells the same stories.</summary>
sealed class DemoMaking(IDbContextFactory<AppDb> dbs, TimeProvider clock, int seed, Progress progress)
{
    const int BatchSize = 200;
    const int MostComments = 50;
    const int MostAdaptations = 24;
    const string TalkedAbout = "demo-story-with-50-comments";
    static readonly TimeSpan Span = TimeSpan.FromDays(540);

    readonly FreeSlugs<StorySlug> _slugs = new();
    readonly FreeSlugs<IdeaSlug> _ideaSlugs = new();
    readonly List<Member> _members = [];

    public async Task<DemoTally> MakeAsync(int members, int stories, int ideas, int messages, CancellationToken cancellationToken)
    {
        var (now, tally) = (clock.GetUtcNow(), new DemoTally(members, stories, 0, 0, ideas, 0, messages, null));
        await AddMembersAsync(members, now, cancellationToken);
        await new DemoHubs(dbs).JoinAsync(_members[^members..], from => new Random(HashCode(seed, -from - 2)), now, cancellationToken);
        if (stories > 0 && _members.Count < 2)
            throw new VerbFailedException("Stories need somebody to write and somebody to answer: ask for at least two members.");

        if (ideas > 0 && _members.Count == 0)
            throw new VerbFailedException("Ideas need somebody to propose them: ask for at least one member.");
        if (messages > 0 && _members.Count == 0)
            throw new VerbFailedException("Messages need somebody to write them: ask for at least one member.");

        HashSet<string> topics;
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
            topics = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
        for (var from = 0; from < stories; from += BatchSize)
        {
            var chance = new Random(HashCode(seed, from));
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            db.ChangeTracker.AutoDetectChangesEnabled = false; // everything is new and added whole
            for (var i = from; i < Math.Min(from + BatchSize, stories); i++)
            {
                // The last one is the newest, and the one that everybody answers to.
                var isLast = i == stories - 1;
                var at = isLast ? now - TimeSpan.FromSeconds(1) : now - (stories - i) / (double)stories * Span;
                var author = Somebody(db, chance);
                var content = DemoStory.Tell(chance, topics, at);
                var wanted = isLast ? TalkedAbout : Slug.From(content.Words.Title, "story");
                var story = new Story(author, content, await _slugs.TakeAsync(db, wanted, cancellationToken), at);
                Stand(story, author, db, chance, at);
                db.AddRange(story, new StorySlug(story.Slug, story.Id));
                var comments = DemoTalk.Under(story, isLast ? MostComments : Math.Max(0, chance.Next(-2, 6)), () => Somebody(db, chance), chance, now).ToList();
                var responses = DemoTalk.To(story, Math.Max(0, chance.Next(-2, 4)), () => Somebody(db, chance), chance, now).ToList();
                db.AddRange(comments);
                db.AddRange(responses);
                tally = tally with { Comments = tally.Comments + comments.Count, Responses = tally.Responses + responses.Count, TalkedAbout = isLast ? story.Slug : null };
                progress.At((double)i / stories, i);
            }
            await db.SaveChangesAsync(cancellationToken);
        }
        tally = tally with { Adaptations = await AddIdeasAsync(ideas, topics, now, cancellationToken) };
        await new DemoRoom(dbs, progress).TalkAsync(_members, messages, from => new Random(HashCode(seed, from + 1)), now, cancellationToken);
        return tally;
    }

    /// <returns>How many adaptations they have.</returns>
    async Task<int> AddIdeasAsync(int ideas, HashSet<string> topics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var adaptations = 0;
        for (var from = 0; from < ideas; from += BatchSize)
        {
            var chance = new Random(HashCode(seed, from + 2));
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            db.ChangeTracker.AutoDetectChangesEnabled = false; // everything is new and added whole
            Dictionary<Guid, int> spread = [];
            for (var i = from; i < Math.Min(from + BatchSize, ideas); i++)
            {
                var (proposer, at) = (Somebody(db, chance), now - (ideas - i) / (double)ideas * Span);
                var content = DemoIdea.Tell(chance, topics, i + 1);
                var idea = new Idea(proposer, content, await _ideaSlugs.TakeAsync(db, Slug.From(content.Words.Title, "idea"), cancellationToken), at);
                if (chance.Pick(Enum.GetValues<EvidenceStanding>()) is var standing and > EvidenceStanding.Idea)
                {
                    var step = idea.Claim(standing, "Counted every week by those who tried it. Invented for a demonstration.", "", proposer, at);
                    if (_members.Find(m => m.IsEditor) is { } editor)
                        idea.Confirm(step, Known(db, editor), at.AddMinutes(1));
                }
                // One in twenty travels far, most travel a little.
                var all = DemoIdea.Spread(idea, chance.Next(20) == 0 ? chance.Next(8, MostAdaptations) : Math.Max(0, chance.Next(-2, 5)), () => Somebody(db, chance), chance, now);
                db.AddRange(idea, new IdeaSlug(idea.Slug, idea.Id));
                db.AddRange(all);
                spread.Add(idea.Id, all.Count);
                progress.At((double)i / ideas, i);
            }
            await db.InTransactionAsync(async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                foreach (var many in spread.Where(s => s.Value > 0).GroupBy(s => s.Value, s => s.Key))
                    await db.Ideas.Where(i => many.Contains(i.Id)).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, many.Key), cancellationToken);
                return spread.Count;
            }, cancellationToken);
            adaptations += spread.Values.Sum();
        }
        return adaptations;
    }

    async Task AddMembersAsync(int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _members.AddRange(await db.Members.AsNoTracking().Where(m => m.Origin == Origin.Demo && m.ErasedAt == null).OrderBy(m => m.Id).ToListAsync(cancellationToken));
        var there = _members.Count;
        foreach (var batch in Enumerable.Range(there + 1, count).Chunk(BatchSize))
        {
            var chance = new Random(HashCode(seed, -batch[0]));
            var newcomers = batch.Select(number => Cast.Invent(number, chance, now)).ToList();
            if (!_members.Exists(m => m.IsEditor))
                newcomers[0].TakeOn(Duties.Editor); // somebody has to confirm how strong the evidence is
            db.AddRange(newcomers);
            db.AddRange(newcomers.Select(m => new HandleClaim(m.Handle)));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            _members.AddRange(newcomers);
        }
    }

    void Stand(Story story, Member author, AppDb db, Random chance, DateTimeOffset at)
    {
        var standing = chance.Pick(Enum.GetValues<EvidenceStanding>());
        if (standing == EvidenceStanding.Idea)
            return;
        story.Claim(standing, story.Content.Words.HowWeKnow, author, at);
        if (chance.Next(4) > 0 && _members.Find(m => m.IsEditor) is { } editor)
            story.Confirm(story.Steps[^1], Known(db, editor), at.AddMinutes(1));
    }

    Member Somebody(AppDb db, Random chance) => Known(db, chance.Pick(_members));

    static Member Known(AppDb db, Member member)
    {
        if (db.Members.Local.FindEntry(member.Id) is { } entry)
            return entry.Entity;
        db.Attach(member);
        return member;
    }

    // Not System.HashCode, which differs from run to run.
    static int HashCode(int seed, int part) => unchecked(seed * 486_187_739 + part);
}

/// <param name="TalkedAbout">The slug of the story with the most comments.</param>
sealed record DemoTally(int Members, int Stories, int Comments, int Responses, int Ideas, int Adaptations, int Messages, string? TalkedAbout)
{
    public override string ToString() =>
        $"made {Members} members, {Stories} stories, {Comments} comments, {Responses} responses, {Ideas} ideas, {Adaptations} adaptations, {Messages} messages"
        + (TalkedAbout is null ? "" : $"; 50 comments under /stories/{TalkedAbout}");
}
