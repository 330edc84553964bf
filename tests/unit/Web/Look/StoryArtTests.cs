using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look.Art;

namespace HealthDoers.Tests.Web.Look;

public sealed partial class StoryArtTests
{
    public static TheoryData<string, EvidenceStanding> EveryDrawing()
    {
        var all = new TheoryData<string, EvidenceStanding>();
        foreach (var artwork in StoryArt.Names)
            foreach (var standing in Enum.GetValues<EvidenceStanding>())
                all.Add(artwork, standing);
        return all;
    }

    [Theory, MemberData(nameof(EveryDrawing))]
    public void The_same_story_always_gets_the_same_drawing(string artwork, EvidenceStanding standing)
    {
        Assert.Equal(StoryArt.Thumb(artwork, "maywood", standing), StoryArt.Thumb(artwork, "maywood", standing));
        Assert.Equal(StoryArt.Wide(artwork, "maywood", standing, "A drawing"), StoryArt.Wide(artwork, "maywood", standing, "A drawing"));
    }

    [Fact]
    public void A_drawing_stays_the_same_from_one_release_to_the_next() =>
        Assert.Contains("M58.9 16.4H108", StoryArt.Thumb("pauses", "kershaw", EvidenceStanding.Emerging), StringComparison.Ordinal);

    [Fact]
    public void Two_stories_of_one_topic_get_two_drawings() =>
        Assert.NotEqual(StoryArt.Thumb("houses", "maywood", EvidenceStanding.Idea), StoryArt.Thumb("houses", "waterville", EvidenceStanding.Idea));

    [Theory, MemberData(nameof(EveryDrawing))]
    public void Every_drawing_is_well_formed_and_takes_its_colours_from_the_style_sheet(string artwork, EvidenceStanding standing)
    {
        foreach (var drawing in new[] { StoryArt.Thumb(artwork, "a", standing), StoryArt.Wide(artwork, "a", standing, "Fish & \"chips\" <here>") })
        {
            var svg = XElement.Parse(drawing);
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "fill" or "stroke");
            Assert.All(svg.Elements(), element => Assert.NotNull(element.Attribute("class")));
            Assert.DoesNotContain("NaN", drawing, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(EveryDrawing))]
    public void Every_drawing_is_small_on_the_wire(string artwork, EvidenceStanding standing)
    {
        foreach (var seed in new[] { "a", "maywood", "the-daily-mile" })
        {
            Assert.InRange(Compressed(StoryArt.Wide(artwork, seed, standing, "A drawing")), 1, 2500);
            Assert.InRange(Compressed(StoryArt.Thumb(artwork, seed, standing)), 1, 600);
        }
    }

    [Theory, MemberData(nameof(EveryDrawing))]
    public void Only_a_bright_spot_glows(string artwork, EvidenceStanding standing)
    {
        var drawing = StoryArt.Thumb(artwork, "a", standing);
        Assert.Equal(standing == EvidenceStanding.BrightSpot, drawing.Contains("halo", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(StoryArt.MostCounted)]
    public void A_number_is_drawn_as_that_many_seedlings(int count)
    {
        Assert.Equal(count, Seedlings(StoryArt.Wide(null, "a", EvidenceStanding.BrightSpot, "A field", count)));
        Assert.Equal(count, Seedlings(StoryArt.FieldBelow("A field", count)));
    }

    [Fact]
    public void A_number_too_large_to_draw_fills_the_field_and_no_more() =>
        Assert.Equal(StoryArt.MostCounted, Seedlings(StoryArt.Wide(null, "a", EvidenceStanding.BrightSpot, "A field", 15_000)));

    [Fact]
    public void An_unknown_artwork_falls_back_to_one_chosen_by_the_story() =>
        Assert.Equal(StoryArt.Thumb(null, "maywood", EvidenceStanding.Idea), StoryArt.Thumb("no such thing", "maywood", EvidenceStanding.Idea));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(40)]
    public void The_sunrise_has_one_point_for_each_standing_it_was_given(int points)
    {
        var sunrise = XElement.Parse(StoryArt.Sunrise([.. Enumerable.Repeat(EvidenceStanding.Idea, points)], "A sun"));
        Assert.Equal(points, sunrise.Elements("circle").Count());
    }

    static int Seedlings(string drawing) => SeedlingEnd().Count(XElement.Parse(drawing).Elements("path").Where(p => (string?)p.Attribute("class") == "a-seed").Aggregate("", (all, path) => all + path.Attribute("d")!.Value));

    static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)bytes.Length;
    }

    [GeneratedRegex("Z")]
    private static partial Regex SeedlingEnd();
}
