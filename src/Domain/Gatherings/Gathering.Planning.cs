namespace HealthDoers.Domain.Gatherings;

public sealed partial class Gathering
{
    /// <summary>A series is planned this far ahead, so that people can say whether they come.</summary>
    public static readonly TimeSpan PlannedAhead = TimeSpan.FromDays(366);

    /// <summary>Also of a daily one without end.</summary>
    public const int MostPlanned = 400;

    /// <summary>Adds the times that came into reach, and puts right those whose zone has changed its clocks since.</summary>
    /// <returns>Those that are new.</returns>
    public IReadOnlyList<Occurrence> PlanAhead(LocalClock clock, DateTimeOffset now)
    {
        var known = _occurrences.ToDictionary(o => o.On);
        var added = new List<Occurrence>();
        foreach (var day in DaysAhead(now))
        {
            if (known.TryGetValue(day, out var occurrence))
            {
                // One that is over comes back when it is put off at the last moment.
                if (!occurrence.IsOverAt(now) || clock(Schedule.StartOn(day)) > now)
                    occurrence.Follow(day, Schedule.StartOn(day), clock, Schedule.Lasts);
            }
            else if (Plan(day, clock) is var planned && !planned.IsOverAt(now))
                added.Add(planned);
        }
        _occurrences.AddRange(added);
        return added;
    }

    /// <summary>Who said yes to the whole series comes to these times, too.</summary>
    public void AnswerAhead(SeriesAnswer answer, IEnumerable<Occurrence> times, DateTimeOffset now)
    {
        var answered = times.Select(time => time.Take(answer.MemberId, answer.Coming, answer.Needs, answer.Reminders, Content.Places, now)).ToList();
        // One event for all of them: what follows looks at the gathering anew.
        if (answered.Count > 0)
            Raise(new GatheringAnswered(Id, answered[0].OccurrenceId));
    }

    /// <summary>Nothing is left of what this member said about the times at hand.</summary>
    public void ForgetAnswersOf(Guid memberId)
    {
        var forgotten = _occurrences.Where(o => o.Forget(memberId, Content.Places)).ToList();
        if (forgotten.Count > 0)
            Raise(new GatheringAnswered(Id, forgotten[0].Id));
    }

    /// <summary>
    /// A new schedule. Times that stay on their day keep their answers; where no day stays, the whole series went to
    /// other days, and each goes on as the next one. Who comes to a day that falls out hears it with the change.
    /// </summary>
    void Replan(LocalClock clock, DateTimeOffset now)
    {
        var ahead = _occurrences.Where(o => !o.IsOverAt(now)).OrderBy(o => o.StartsAt).ToList();
        var days = DaysAhead(now).Where(day => clock(Schedule.StartOn(day)) + Schedule.Lasts > now).ToList();
        var isShifted = !ahead.Exists(o => days.Contains(o.On));
        var free = days.Where(day => !_occurrences.Exists(o => o.On == day));
        foreach (var (occurrence, day) in isShifted ? ahead.Where(o => o.Cancellation is null).Zip(free).ToList() : [])
            occurrence.Follow(day, Schedule.StartOn(day), clock, Schedule.Lasts);
        foreach (var occurrence in ahead)
            if (days.Contains(occurrence.On))
                occurrence.Revive();
            else
                occurrence.Drop(now);
        PlanAhead(clock, now);
    }

    Occurrence Plan(DateOnly day, LocalClock clock) => new(Id, day, Schedule.StartOn(day), clock(Schedule.StartOn(day)), Schedule.Lasts);

    IEnumerable<DateOnly> DaysAhead(DateTimeOffset now)
    {
        // Days as seen from anywhere on Earth: a zone is at most a day off.
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1 - (Schedule.Minutes / (24 * 60)) - 1);
        var to = DateOnly.FromDateTime((now + PlannedAhead).UtcDateTime);
        return IsSeries ? Schedule.Days().SkipWhile(day => day < from).TakeWhile(day => day <= to || day == Schedule.First).Take(MostPlanned) : [Schedule.First];
    }
}
