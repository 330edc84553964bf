using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain;

/// <summary>The small cast of the domain tests.</summary>
static class People
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static Member Ana() => new("ana_flores", "Ana", Monday);

    public static Member Joe() => new("joe_coach", "Joe", Monday);

    public static Member Editor()
    {
        var editor = new Member("mira_edits", "Mira", Monday);
        editor.TakeOn(Duties.Editor);
        return editor;
    }

    public static Member Administrator()
    {
        var administrator = new Member("lee_runs", "Lee", Monday);
        administrator.TakeOn(Duties.Administrator);
        return administrator;
    }

    public static StoryContent Garden(string title = "Sixty families eat from the garden") => new()
    {
        Words = new() { Title = title, Summary = "One garden fed sixty families.", WhatChanged = "Sixty families eat from it." },
        Topics = ["food-access"],
        Skills = ["LE"],
        Behaviours = [17],
        Place = new("Maywood, Illinois", "maywood-illinois"),
    };

    public static Story GardenBy(Member author) => new(author, Garden(), "sixty-families-eat-from-the-garden", Monday);
}
