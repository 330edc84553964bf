using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;

namespace HealthDoers.Tests.Web.Places;

public sealed class PlaceFinderTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("Maywood, Illinois", "Maywood, Illinois, United States")]
    [InlineData("Maywood Illinois", "Maywood, Illinois, United States")]
    [InlineData("maywood il", "Maywood, Illinois, United States")]
    [InlineData("Waterville, Maine, USA", "Waterville, Maine, United States")]
    [InlineData("Londres", "London, England, United Kingdom")]
    [InlineData("Nueva York, Estados Unidos", "New York City, New York, United States")]
    [InlineData("Scotland", "Scotland, United Kingdom")]
    [InlineData("Carolina del Norte", "North Carolina, United States")]
    [InlineData("Kenya", "Kenya")]
    [InlineData("st. louis missouri", "St. Louis, Missouri, United States")]
    [InlineData("São Paulo", "São Paulo, Brazil")]
    public void A_place_is_found_by_its_name_in_either_language(string typed, string place)
    {
        var found = world.Atlas.Find(typed, 5);
        Assert.False(found.IsGuess);
        Assert.Equal(place, world.Atlas.Words(found.Places[0], "en"));
    }

    [Theory]
    [InlineData("Maywod, Illinois", "Maywood, Illinois, United States")]
    [InlineData("Watervlile Maine", "Waterville, Maine, United States")]
    [InlineData("Maywod ilinois", "Maywood, Illinois, United States")]
    [InlineData("Minneapols", "Minneapolis, Minnesota, United States")]
    [InlineData("Edinbrugh", "Edinburgh, Scotland, United Kingdom")]
    public void A_slip_is_forgiven_and_said(string typed, string place)
    {
        var found = world.Atlas.Find(typed, 5);
        Assert.True(found.IsGuess);
        Assert.Equal(place, world.Atlas.Words(found.Places[0], "en"));
    }

    [Theory]
    [InlineData("Xqzzvkw")]
    [InlineData("")]
    [InlineData(",,,")]
    [InlineData("Springfield, Atlantis")]
    [InlineData("\ud800")]
    public void What_is_nowhere_is_not_found(string typed) => Assert.Empty(world.Atlas.Find(typed, 5).Places);

    [Fact]
    public void Whatever_is_typed_has_an_answer() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed => Assert.True(world.Atlas.Find(typed, 5).Places.Count <= 5)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_search_with_slips_leaves_next_to_nothing_in_the_heap()
    {
        world.Atlas.Find("Watervlile Maine", 8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        world.Atlas.Find("Watervlile Maine", 8);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000);
    }

    [Fact]
    public void Memory_that_was_given_back_is_read_again()
    {
        HealthDoers.Web.Places.Gazetteer.LetGo();
        Assert.Equal("Maywood, Illinois, United States", world.Atlas.Words(world.Atlas.Find("Maywood, Illinois", 1).Places[0], "en"));
    }

    [Fact]
    public void A_region_speaks_the_readers_language()
    {
        var place = world.Atlas.Find("Asheville, North Carolina", 1).Places[0];
        Assert.Equal("Asheville, Carolina del Norte, Estados Unidos", world.Atlas.Words(place, "es"));
    }

    [Fact]
    public void Build_and_program_fold_every_name_alike()
    {
        var keys = Enumerable.Range(0, world.Gazetteer.KeyCount).ToLookup(world.Gazetteer.PlaceOf, key => Encoding.ASCII.GetString(world.Gazetteer.Key(key)));
        var unlike = Enumerable.Range(0, world.Gazetteer.Count)
            .Where(place => PlaceName.Fold(world.Gazetteer.NameOf(place)) is { Length: > 0 } folded && !keys[place].Contains(folded))
            .Select(world.Gazetteer.NameOf).Take(10);
        Assert.Empty(unlike);
    }

    [Fact]
    public void Build_and_program_read_the_same_letters()
    {
        var seen = 0;
        for (var length = 0; length <= 200; length++)
        {
            var known = world.Gazetteer.KeysOfLength(length);
            seen += known.Keys.Length;
            for (var at = 0; at < known.Keys.Length; at++)
                Assert.True(world.Gazetteer.Key(known.Keys[at]).Length == length && PlaceName.LettersOf(world.Gazetteer.Key(known.Keys[at])) == known.Letters[at], $"key {known.Keys[at]}");
        }
        Assert.Equal(world.Gazetteer.KeyCount, seen);
    }

    [Fact]
    public void The_nearest_town_is_the_one_that_comparing_all_of_them_finds()
    {
        var towns = Enumerable.Range(0, world.Gazetteer.Count).Where(place => world.Gazetteer.KindOf(place) <= PlaceKind.Section)
            .Select(place => (Place: place, Point: world.Gazetteer.PointOf(place))).ToList();
        var dice = new Random(21);
        for (var n = 0; n < 200; n++)
        {
            var town = towns[dice.Next(towns.Count)].Point;
            GeoPoint point = n switch
            {
                0 => new(90, 0),
                1 => new(-90, 180),
                2 => new(0, -180),
                _ when n % 2 == 0 => new(dice.NextDouble() * 180 - 90, dice.NextDouble() * 360 - 180),
                _ => new(Math.Clamp(town.Latitude + dice.NextDouble() - 0.5, -90, 90), Math.Clamp(town.Longitude + dice.NextDouble() - 0.5, -180, 180)),
            };
            var least = towns.Min(town => Way(point, town.Point));
            Assert.Equal(least, Way(point, world.Gazetteer.PointOf(world.Gazetteer.Nearest(point))), 1e-6);
        }

        static double Way(GeoPoint from, GeoPoint to)
        {
            var east = Math.Abs(to.Longitude - from.Longitude);
            return double.Hypot(to.Latitude - from.Latitude, Math.Min(east, 360 - east) * Math.Cos(double.DegreesToRadians(from.Latitude)));
        }
    }

    [Fact]
    public void Ids_last_and_lead_back()
    {
        foreach (var place in new[] { 0, 1, 100, 5_000, world.Gazetteer.Count - 1 })
            Assert.Equal(place, world.Gazetteer.Find(world.Gazetteer.IdOf(place)));
        Assert.Equal(-1, world.Gazetteer.Find("no such place"));
        Assert.Equal(-1, world.Gazetteer.Find(""));
    }

    [Fact]
    public void The_people_of_a_cell_are_those_of_its_towns()
    {
        var dice = new Random(13);
        var places = Enumerable.Range(0, 30).Select(_ => dice.Next(world.Gazetteer.Count)).Append(world.Atlas.Find("Maywood, Illinois", 1).Places[0]);
        foreach (var (place, level) in places.SelectMany(place => new[] { 0, 1, 5, 9, Cell.Finest }.Select(level => (place, level))))
        {
            var cell = Cell.At(world.Gazetteer.PointOf(place), level);
            var counted = Enumerable.Range(0, world.Gazetteer.Count)
                .Where(place => world.Gazetteer.KindOf(place) == PlaceKind.Town && cell.Contains(world.Gazetteer.PointOf(place)))
                .Sum(place => (long)world.Gazetteer.PopulationOf(place));
            Assert.Equal(counted, world.Atlas.Residents.Of(cell));
        }
    }
}
