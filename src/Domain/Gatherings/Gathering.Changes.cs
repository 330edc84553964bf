namespace HealthDoers.Domain.Gatherings;

public sealed partial class Gathering
{
    /// <summary>Whether an edit would change nothing.</summary>
    public bool Says(GatheringPlan plan) => PartsChangedBy(plan).Count == 0;

    List<GatheringPart> PartsChangedBy(GatheringPlan plan)
    {
        var (now, then) = (Content, plan.Content);
        return [.. new (GatheringPart Part, bool IsSame)[]
        {
            (GatheringPart.Title, now.Title == then.Title),
            (GatheringPart.What, (now.What, now.Language) == (then.What, then.Language)),
            (GatheringPart.When, Schedule.SaysTheSameAs(plan.Schedule)),
            (GatheringPart.Where, (now.Format, now.Venue, Place) == (then.Format, then.Venue, plan.Place)),
            (GatheringPart.Link, Link == plan.Link),
            (GatheringPart.Access, now.AccessNote == then.AccessNote && now.Access.SequenceEqual(then.Access)),
            (GatheringPart.Languages, now.Spoken.SequenceEqual(then.Spoken)),
            (GatheringPart.Cost, now.Cost == then.Cost),
            (GatheringPart.Places, now.Places == then.Places),
            (GatheringPart.Topics, now.Topics.SequenceEqual(then.Topics)),
        }.Where(p => !p.IsSame).Select(p => p.Part)];
    }
}
