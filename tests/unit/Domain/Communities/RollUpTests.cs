using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Communities;

namespace HealthDoers.Tests.Domain.Communities;

public class RollUpTests
{
    const int Programs = 6;
    const int Communities = 8;

    /// <summary>Any network of programs, also with circles, and any communities in any of them in any number of roles.</summary>
    static readonly Gen<((int Part, int Whole)[] Parts, (int Community, int Program, int Role)[] Ties)> Networks =
        from parts in Gen.Choose(0, Programs - 1).Two().ArrayOf()
        from ties in (from community in Gen.Choose(0, Communities - 1) from program in Gen.Choose(0, Programs - 1) from role in Gen.Choose(0, 2) select (community, program, role)).ArrayOf()
        select (parts.Select(p => (p.Item1, p.Item2)).Where(p => p.Item1 != p.Item2).ToArray(), ties);

    [Fact]
    public void A_community_in_many_programs_is_counted_once_in_each_whole() =>
        Prop.ForAll(Networks.ToArbitrary(), network =>
        {
            var programs = Enumerable.Range(0, Programs).Select(n => Profiles.Initiative($"program-{n}")).ToList();
            var communities = Enumerable.Range(0, Communities).Select(_ => Profiles.Unclaimed()).ToList();
            foreach (var (part, whole) in network.Parts)
                programs[part].TieTo(programs[whole], TieRole.PartOf);
            foreach (var (community, program, role) in network.Ties)
                communities[community].TieTo(programs[program], (TieRole)role);

            var known = new Programs(programs.Concat(communities).SelectMany(l => l.Initiatives));
            foreach (var (whole, n) in programs.Select((p, n) => (p, n)))
            {
                var counted = communities.Concat(programs).AsQueryable().InAnyOf([.. known.Within(whole.Id)]).Select(l => l.Id).ToList();
                var expected = network.Ties.Where(t => Reaches(network.Parts, t.Program, n)).Select(t => communities[t.Community].Id).ToHashSet();
                if (counted.Count != expected.Count || !expected.SetEquals(counted))
                    return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>Told another way: whether somebody can walk up from a program to the whole.</summary>
    static bool Reaches((int Part, int Whole)[] parts, int from, int to)
    {
        var reached = new HashSet<int> { from };
        while (parts.Where(p => reached.Contains(p.Part)).Select(p => p.Whole).Any(reached.Add))
        {
        }
        return reached.Contains(to);
    }
}
