using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented pacts between invented members, and visits between invented communities: some under way, some told.</summary>
sealed class DemoMentoring(IDbContextFactory<AppDb> dbs, TimeProvider clock, int seed)
{
    const string Marked = "Invented for a demonstration.";

    static readonly (string Goal, string Question, string Helped)[] Pacts =
    [
        ("Count one thing every week until spring (demo)", "Why do we forget to count in busy weeks?", "Put the sheet where the coffee is."),
        ("Open the kitchen to teenagers (demo)", "Why do the older ones leave after ten minutes?", "Let them choose the music."),
        ("Find a second driver for the late bus (demo)", "Whom do drivers trust when they are asked?", "Another driver."),
    ];

    public async Task<int> MakePactsAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var members = await db.Members.Where(m => m.Origin == Origin.Demo && m.ErasedAt == null && m.Suspension == null && !db.MentoringWishes.Any(w => w.MemberId == m.Id))
            .OrderBy(m => m.Id).Take(2 * count).ToListAsync(cancellationToken);
        if (members.Count < 2 * count)
            throw new VerbFailedException("Each pact needs two members who have none yet: ask for more members.");
        var topics = await db.Topics.OrderBy(t => t.Slug).Select(t => t.Slug).ToListAsync(cancellationToken);
        var chance = new Random(seed);
        foreach (var pair in members.Chunk(2))
            AddPact(db, chance, topics, pair[0], pair[1]);
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    public async Task<int> MakeVisitsAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var communities = await db.Listings.Include(l => l.Seats).Where(l => l.Origin == Origin.Demo && l.Kind == ListingKind.Community && l.StewardId != null).OrderBy(l => l.Id).Take(2 * count).ToListAsync(cancellationToken);
        if (communities.Count < 2 * count)
            throw new VerbFailedException("Each visit needs two communities: ask for more communities.");
        var stewards = communities.Select(c => c.StewardId!.Value).ToList();
        var people = await db.Members.Where(m => stewards.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var (chance, now) = (new Random(seed + 1), clock.GetUtcNow());
        foreach (var pair in communities.Chunk(2))
            AddVisit(db, chance, pair[0], people[pair[0].StewardId!.Value], pair[1], people[pair[1].StewardId!.Value], now);
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    void AddPact(AppDb db, Random chance, List<string> topics, Member mentor, Member mentee)
    {
        var (said, now) = (chance.Pick(Pacts), clock.GetUtcNow());
        var terms = new MentoringTerms { Topics = [chance.Pick(topics)], Languages = ["en"], Words = Marked };
        var (offer, ask) = (new MentoringWish(mentor, WishKind.Offer, terms, now), new MentoringWish(mentee, WishKind.Ask, terms, now));
        var room = new Room($"room-{Guid.NewGuid():N}"[..17], "en", new(said.Goal, Marked), RoomAudience.Private, null, mentor, now);
        room.Invite(mentee, mentor, now);
        room.Join(mentee, false, room.AgreementNumber, now);
        var pact = new Pact(offer, room.Id, new() { Goal = said.Goal, EndsOn = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(chance.Next(1, 12)) }, now);
        pact.Join(ask, mentee.Id, now);
        var message = room.Post(mentee, new(Guid.NewGuid(), said.Question, said.Question), now);
        var question = pact.Ask(said.Question, message.Id, mentee, now);
        pact.Aim("Count for one week", DateOnly.FromDateTime(now.UtcDateTime).AddDays(7), mentee);
        db.AddRange(offer, ask, room, pact, message);
        if (chance.Next(2) == 0)
            return;
        question.Answer(pact, said.Helped, mentor, now);
        pact.Learn(new() { WhatWeDid = said.Helped, WhatChanged = "We count now.", Advice = Marked }, mentee, now);
        pact.EndBy(mentee, now);
    }

    static void AddVisit(AppDb db, Random chance, Listing host, Member hosting, Listing guest, Member visiting, DateTimeOffset now)
    {
        var offer = new VisitOffer(host, new()
        {
            Title = "See our work on an ordinary day (demo)",
            See = $"What {host.Name} does, and what it gave up. {Marked}",
            When = "Tuesdays",
            MostGuests = 6,
            Languages = ["en"],
            Topics = [.. host.Content.Topics],
        }, 0, hosting, now);
        var visit = new Visit(offer, guest, new() { Who = "Two of the team", Learn = "How the first month went." }, 2, 0, false, visiting, now);
        visit.AskAbout("What would you do otherwise today?", visiting, now);
        db.AddRange(offer, visit);
        if (chance.Next(3) == 0)
            return;
        visit.Accept(offer, 0, "Come and see.", hosting, now);
        visit.Say(visit.Questions[0], "Ask the neighbors first.", hosting, now);
        visit.Tell($"A small thing, done every day. {Marked}", [new("A sheet beside the coffee", null)], new HashSet<Guid>(), now, visiting, now);
        visit.Show(true, hosting);
        visit.Show(true, visiting);
    }
}
