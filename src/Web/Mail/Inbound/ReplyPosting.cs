using System.Security.Cryptography;
using System.Text;
using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Pages.Stories.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>Posts the words of an answer where the letter told of: by the same rules as words that are typed into the page.</summary>
sealed class ReplyPosting(AppDb db, RoomLog log, PostPace pace, Commenting commenting, IStringLocalizer<InboundText> text, IStringLocalizer<RuleText> rules)
{
    public async Task<Posted> PostAsync(InboundLetter row, Notification told, Member member, string words, CancellationToken stop)
    {
        try
        {
            return told.Kind is NotificationKind.Comment or NotificationKind.Answer
                ? await CommentAsync(row, told, member, words, stop)
                : await SayAsync(row, told, member, words, stop);
        }
        catch (RuleBrokenException broken)
        {
            return new(InboundOutcome.Refused, "Rule", rules[broken.Message]);
        }
    }

    /// <summary>The comment and the row of the letter are stored together, so neither is there without the other.</summary>
    async Task<Posted> CommentAsync(InboundLetter row, Notification told, Member member, string words, CancellationToken stop)
    {
        if (words.Length > Comment.BodyLimit)
            return TooLong(Comment.BodyLimit);
        db.ChangeTracker.Clear();
        return await db.InTransactionAsync(async () =>
        {
            var me = await db.Members.SingleAsync(m => m.Id == member.Id, stop);
            if (await db.Stories.VisibleTo(me).SingleOrDefaultAsync(s => s.Id == told.SubjectId, stop) is not { } story)
                return Gone();
            var answering = await db.Comments.SingleOrDefaultAsync(c => c.Id == told.DetailId && c.StoryId == story.Id && c.Removal == null, stop);
            await commenting.SayAsync(story, me, words, answering, stop);
            row.Outcome = InboundOutcome.Posted;
            db.InboundLetters.Add(row);
            return new Posted(InboundOutcome.Posted);
        }, stop);
    }

    /// <summary>The log knows the letter by its hash, so that a second try finds what the first one posted.</summary>
    async Task<Posted> SayAsync(InboundLetter row, Notification told, Member member, string words, CancellationToken stop)
    {
        if (words.Length > Posting.BodyLimit)
            return TooLong(Posting.BodyLimit);
        var answered = await db.Messages.Where(m => m.Id == told.DetailId && m.Deletion == null).Select(m => new { m.Seq, m.Topic, m.Room.Slug }).SingleOrDefaultAsync(stop);
        if (answered is null)
            return Gone();
        if (pace.WaitFor(member.Id) is not null)
            return new(InboundOutcome.Later);
        var clientId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(row.Hash)).AsSpan(0, 16));
        var answer = await log.AppendAsync(answered.Slug, member.Id, new(clientId, words, answered.Topic, answered.Seq), stop);
        switch (answer.Outcome)
        {
            case AppendOutcome.Refused:
                return new(InboundOutcome.Refused, "Rule", rules[answer.Refusal!]);
            case AppendOutcome.NotFound or AppendOutcome.Clash:
                return Gone();
        }
        row.Outcome = InboundOutcome.Posted;
        db.InboundLetters.Add(row);
        await db.SaveUnlessDoneAsync(stop);
        return new(InboundOutcome.Posted);
    }

    Posted Gone() => new(InboundOutcome.Refused, "Gone", text["WhyGone"]);

    Posted TooLong(int limit) => new(InboundOutcome.Refused, "TooLong", text["WhyTooLong", limit.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]);
}

/// <param name="Why">A key of <see cref="InboundText"/>.</param>
/// <param name="Sentence">The same for the member.</param>
readonly record struct Posted(InboundOutcome Outcome, string Why = "", string Sentence = "");
