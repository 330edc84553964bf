using System.CommandLine;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

sealed class DemoCommunity : Verb
{
    const int Most = 100_000;

    readonly Option<int> _members = Count("--members", 50, "How many members to invent.");
    readonly Option<int> _stories = Count("--stories", 200, "How many stories they tell.");
    readonly Option<int> _communities = Count("--communities", 0, "How many communities they form, with teams.");
    readonly Option<int> _ideas = Count("--ideas", 0, "How many change ideas they propose, with who adapted them and what happened.");
    readonly Option<int> _messages = Count("--messages", 0, "How many messages they write in the Welcome room.");
    readonly Option<int> _gatherings = Count("--gatherings", 0, "How many gatherings they announce, with who comes.");
    readonly Option<int> _pacts = Count("--pacts", 0, "How many mentoring pacts they make.");
    readonly Option<int> _visits = Count("--visits", 0, "How many visits their communities make to each other.");
    readonly Option<int> _seed = new("--seed") { Description = "The same seed invents the same people and stories.", DefaultValueFactory = _ => 1 };
    readonly Option<bool> _remove = new("--remove") { Description = "Take everything away again that a demo ever made." };

    public DemoCommunity() : base("demo", "Invent a lively community, clearly marked as a demo, or take it away again.")
    {
        Add(_members);
        Add(_stories);
        Add(_communities);
        Add(_ideas);
        Add(_messages);
        Add(_gatherings);
        Add(_pacts);
        Add(_visits);
        Add(_seed);
        Add(_remove);
    }

    public override async Task<string> RunAsync(ParseResult line, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (dbs, clock) = (services.GetRequiredService<IDbContextFactory<AppDb>>(), services.GetRequiredService<TimeProvider>());
        using var progress = new Progress("stories");
        if (line.GetValue(_remove))
            return await new DemoRemoval(dbs, clock, progress).RemoveAsync(cancellationToken);

        var (seed, said) = (line.GetValue(_seed), "");
        var made = await new DemoMaking(dbs, clock, seed, progress)
            .MakeAsync(line.GetValue(_members), line.GetValue(_stories), line.GetValue(_ideas), line.GetValue(_messages), cancellationToken);
        if (line.GetValue(_communities) is var wanted and > 0)
            said += $", {await new DemoListings(dbs, clock, seed).FormAsync(wanted, cancellationToken)} communities";
        if (line.GetValue(_gatherings) is var many and > 0)
            said += $", {await new DemoGatherings(dbs, clock, seed).AnnounceAsync(many, cancellationToken)} gatherings";
        var mentoring = new DemoMentoring(dbs, clock, seed);
        if (line.GetValue(_pacts) is var pacts and > 0)
            said += $", {await mentoring.MakePactsAsync(pacts, cancellationToken)} pacts";
        if (line.GetValue(_visits) is var visits and > 0)
            said += $", {await mentoring.MakeVisitsAsync(visits, cancellationToken)} visits";
        return made + said;
    }

    static Option<int> Count(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = $"{description} 0 to {Most:N0}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && (!int.TryParse(given.Tokens[0].Value, out var count) || count is < 0 or > Most))
                given.AddError($"{name} takes a number from 0 to {Most:N0}.");
        });
        return option;
    }
}
