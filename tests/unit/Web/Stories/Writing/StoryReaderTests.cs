using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Pages.Stories.Writing;

namespace HealthDoers.Tests.Web.Stories.Writing;

public sealed class StoryReaderTests
{
    static readonly Topic[] Topics = [new("food-access", new() { ["en"] = new("Food access", ""), ["es"] = new("Acceso a alimentos", "") }, "garden")];

    static WrittenStory Read(StoryForm form, params StoryPicture[] pictures) => new StoryReader(Topics).Read(form, pictures);

    [Fact]
    public void A_topic_is_known_by_its_slug_and_its_name_in_any_language_and_other_words_are_tags()
    {
        var written = Read(new() { Title = "T", WhatChanged = "W", Topics = ["food-access", "Acceso a alimentos"], MoreTopics = "Gardens, gardens; Food Access" });

        Assert.Equal(["food-access"], written.Content.Topics);
        Assert.Equal(["gardens"], written.Content.Tags);
    }

    [Fact]
    public void Control_characters_and_direction_tricks_do_not_get_in()
    {
        var written = Read(new() { Title = "A\u0000B\u202Ec\n d", WhatChanged = "one\r\ntwo\u0007" });

        Assert.Equal("ABc d", written.Content.Words.Title);
        Assert.Equal("one\ntwo", written.Content.Words.WhatChanged);
    }

    [Fact]
    public void An_edit_keeps_what_the_form_does_not_ask_about()
    {
        var before = new StoryContent { Numbers = [new("60", "families")], Source = new("A report", "A publisher", 2017, null), Place = new("Maywood", "maywood", 41.8, -87.8) };

        var after = new StoryReader(Topics, before).Read(new() { Title = "T", WhatChanged = "W", Place = "Maywood" }, []).Content;

        Assert.Equal(before.Numbers, after.Numbers);
        Assert.Equal(before.Source, after.Source);
        Assert.Equal(41.8, after.Place!.Latitude);
    }

    [Fact]
    public void A_form_made_of_a_story_says_the_same_story()
    {
        var first = Read(new()
        {
            Title = "T",
            WhatChanged = "W",
            Kind = "caseStudy",
            Place = "Maywood",
            Partners = "One\nTwo",
            FromYear = "2015",
            ToYear = "2017",
            Topics = ["food-access"],
            MoreTopics = "gardens",
            Skills = ["LE"],
            Behaviours = ["17"],
            VideoUrl = "https://example.org/v",
            VideoTranscript = "Words",
            Language = "es",
        });

        var second = Read(StoryForm.Of(first.Content, []));

        Assert.Empty(first.Faults);
        Assert.Empty(second.Faults);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(first.Content), System.Text.Json.JsonSerializer.Serialize(second.Content));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/x")]
    [InlineData("https://user@example.org")]
    public void A_video_address_that_could_harm_is_refused(string url) =>
        Assert.Contains(Read(new() { Title = "T", WhatChanged = "W", VideoUrl = url, VideoTranscript = "Words" }).Faults, f => f.Field == nameof(StoryForm.VideoUrl));

    [Fact]
    public void Nothing_typed_breaks_the_reader_and_reading_again_changes_nothing() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<NonNull<string>[]>(), (a, b, words) =>
        {
            var many = words.Select(w => w.Get).ToList();
            var form = new StoryForm
            {
                Title = a,
                WhatChanged = b,
                Summary = a,
                Kind = b,
                Place = a,
                Partners = b,
                FromYear = a,
                ToYear = b,
                Topics = [.. many],
                MoreTopics = a,
                Skills = [.. many],
                Behaviours = [.. many],
                Standing = a,
                StandingReason = b,
                VideoUrl = a,
                VideoTranscript = b,
                Language = a,
                LeftOut = [.. many],
            };
            var once = Read(form);
            var twice = Read(StoryForm.Of(once.Content, []));
            return once.Content.Words == twice.Content.Words with { NumberLabels = once.Content.Words.NumberLabels }
                && once.Content.Partners.SequenceEqual(twice.Content.Partners)
                && once.Content.Tags.SequenceEqual(twice.Content.Tags)
                && StoryFields.ToForm(StoryFields.Of(form)).Title == (string.IsNullOrEmpty(a) ? null : a);
        }));
}
