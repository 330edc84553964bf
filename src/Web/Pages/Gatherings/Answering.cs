using HealthDoers.Domain;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>Takes answers one after the other, on all nodes: of two who want the last place at once, one has it.</summary>
sealed class Answering(AppDb db, TimeProvider clock)
{
    /// <param name="whole">The answer holds for all times to come, also those that are not planned yet.</param>
    /// <returns>What stands now for the time that was asked for.</returns>
    /// <exception cref="RuleBrokenException">It is over, or cancelled.</exception>
    public Task<AnswerGiven> AnswerAsync(Guid gatheringId, DateOnly on, Member me, Coming coming, string needs, Reminders reminders, bool whole, CancellationToken stop) => db.InTurnAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var gathering = await OpenAsync(gatheringId, on, whole, now, stop);
        if (gathering.Cancellation is not null)
            throw new RuleBrokenException("This gathering is cancelled, so it takes no answers.");
        var asked = gathering.Occurrences.Single(o => o.On == on);
        var mine = asked.Answer(me.Id, coming, needs, reminders, gathering.Content.Places, now);
        if (whole)
        {
            var kept = await KeptAnswerAsync(gatheringId, me.Id, stop);
            kept.Say(coming, needs, reminders, now);
            gathering.AnswerAhead(kept, gathering.Occurrences.Where(o => o != asked && o.Cancellation is null && !o.IsOverAt(now)), now);
        }
        return new AnswerGiven(mine.Waits ? asked.Line.ToList().IndexOf(mine) + 1 : 0);
    }, stop);

    /// <summary>Nothing is left of what this member said about that time, or about all of them to come.</summary>
    public Task<int> WithdrawAsync(Guid gatheringId, DateOnly on, Guid memberId, bool whole, CancellationToken stop) => db.InTurnAsync(async () =>
    {
        var gathering = await OpenAsync(gatheringId, on, whole, clock.GetUtcNow(), stop);
        gathering.ForgetAnswersOf(memberId);
        if (whole && await db.SeriesAnswers.FindAsync([gatheringId, memberId], stop) is { } answer)
            db.SeriesAnswers.Remove(answer);
        return 0;
    }, stop);

    async Task<Gathering> OpenAsync(Guid id, DateOnly on, bool whole, DateTimeOffset now, CancellationToken stop)
    {
        // What the page read before its turn is not how things stand now.
        db.ChangeTracker.Clear();
        return await db.Gatherings.Include(g => g.Occurrences.Where(o => o.On == on || (whole && o.EndsAt > now))).ThenInclude(o => o.Rsvps).AsSplitQuery().SingleAsync(g => g.Id == id, stop);
    }

    async Task<SeriesAnswer> KeptAnswerAsync(Guid gatheringId, Guid memberId, CancellationToken stop)
    {
        if (await db.SeriesAnswers.FindAsync([gatheringId, memberId], stop) is { } known)
            return known;
        var answer = new SeriesAnswer(gatheringId, memberId);
        db.SeriesAnswers.Add(answer);
        return answer;
    }
}

/// <param name="Number">The place in the line; 0 for who has a place or needs none.</param>
readonly record struct AnswerGiven(int Number);
