using HealthDoers.Domain;
using HealthDoers.Domain.Members;

namespace HealthDoers.Tests.Domain.Members;

public sealed class FirstDayTests
{
    static readonly DateTimeOffset Joined = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    static Member New()
    {
        var ana = new Member("ana", "Ana", Joined);
        ana.BeNew();
        return ana;
    }

    [Fact]
    public void Who_is_new_publishes_a_few_stories_and_comments_and_no_flood()
    {
        FirstDay.AllowStory(New(), FirstDay.MostStories - 1, Joined);
        FirstDay.AllowComment(New(), FirstDay.MostComments - 1, Joined);

        Assert.Throws<RuleBrokenException>(() => FirstDay.AllowStory(New(), FirstDay.MostStories, Joined.AddHours(23)));
        Assert.Throws<RuleBrokenException>(() => FirstDay.AllowComment(New(), FirstDay.MostComments, Joined.AddHours(23)));
    }

    [Fact]
    public void A_day_later_or_let_in_by_the_hosts_or_with_duties_there_is_no_such_limit()
    {
        var editor = New();
        editor.TakeOn(Duties.Editor);

        FirstDay.AllowStory(New(), 100, Joined.AddHours(24));
        FirstDay.AllowStory(new("ben", "Ben", Joined), 100, Joined);
        FirstDay.AllowComment(editor, 100, Joined);
    }
}
