using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Pages.Stories.Writing;

namespace HealthDoers.Tests.Web.Stories.Writing;

public sealed class DifferenceTests
{
    [Fact]
    public void One_changed_word_is_all_that_is_marked() => Assert.Equal(
        [new(Change.Kept, "We fed "), new(Change.Removed, "sixty "), new(Change.Added, "seventy "), new(Change.Kept, "families.")],
        Difference.Between("We fed sixty families.", "We fed seventy families."));

    [Fact]
    public void Both_texts_can_be_read_from_it() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(t => t is not null), ArbMap.Default.ArbFor<string>().Filter(t => t is not null), (before, after) =>
        {
            var pieces = Difference.Between(before, after);
            return string.Concat(pieces.Where(p => p.Change != Change.Added).Select(p => p.Text)) == before
                && string.Concat(pieces.Where(p => p.Change != Change.Removed).Select(p => p.Text)) == after;
        }));

    [Fact]
    public void Long_texts_with_nothing_in_common_take_bounded_time()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 20_000)), string.Join(' ', Enumerable.Range(30_000, 20_000)));

        Assert.Equal([Change.Removed, Change.Added], Difference.Between(before, after).Select(p => p.Change));
    }
}
