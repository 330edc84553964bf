using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Domain.Ideas;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Ideas;

static class IdeaSite
{
    /// <summary>The slug of a new idea by this member.</summary>
    public static Task<string> IdeaByAsync(this WebApp app, Member by, string title, Action<Idea>? then = null) => app.InDbAsync(async db =>
    {
        var proposer = await db.Members.SingleAsync(m => m.Id == by.Id);
        var idea = new Idea(proposer, IdeaTests.Breaks(title), $"idea-{Guid.NewGuid():N}"[..24], DateTimeOffset.UtcNow);
        then?.Invoke(idea);
        db.AddRange(idea, new IdeaSlug(idea.Slug, idea.Id));
        await db.SaveChangesAsync();
        return idea.Slug;
    });

    public static Task<Adaptation> AdaptationAsync(this WebApp app, string slug, Member by, string who, Guid? from = null) => app.InDbAsync(async db =>
    {
        var (idea, member) = (await db.Ideas.SingleAsync(i => i.Slug == slug), await db.Members.SingleAsync(m => m.Id == by.Id));
        var teacher = from is null ? null : await db.Adaptations.SingleAsync(a => a.Id == from);
        var adaptation = new Adaptation(idea, teacher, member, new() { Who = who, WhatWeChange = "At the start of class", Prediction = "Fewer come late." }, DateTimeOffset.UtcNow);
        db.Add(adaptation);
        await db.SaveChangesAsync();
        return adaptation;
    });

    public static Task<T> OfIdeaAsync<T>(this WebApp app, string slug, Func<Idea, T> read) => app.InDbAsync(async db => read(
        await db.Ideas.AsNoTracking().Include(i => i.Steps).Include(i => i.Stories).Include(i => i.Revisions).Include(i => i.Labels).SingleAsync(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id))));

    public static string Unique(string word) => $"{word} {Guid.NewGuid().ToString("N")[..6]}";

    public static string Handle(string name) => $"{name}_{Guid.NewGuid():N}"[..16];
}
