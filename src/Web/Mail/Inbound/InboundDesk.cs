using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// Decides about one letter. Words are posted only for a member whose own address it came from and whose own reply address
/// it was sent to; of everything else a row says what it was, and nobody is written to who might not have written.
/// </summary>
sealed class InboundDesk(AppDb db, InboundSettings settings, MailSettings mail, ReplyAddress addresses, ReplyPosting posting, Refusals refusals, Bounces bounces, NodeName node, TimeProvider clock, IStringLocalizer<InboundText> text)
{
    /// <summary>Of a letter that is too large, only so much is read: enough to know whose it is.</summary>
    const int HeadBytes = 128 * 1024;

    public async Task<InboundLetter> TakeAsync(FileInfo file, CancellationToken stop)
    {
        var isTooLarge = file.Length > settings.MostBytes;
        var bytes = isTooLarge ? await HeadAsync(file, stop) : await File.ReadAllBytesAsync(file.FullName, stop);
        MimePart whole;
        try
        {
            whole = MimeReader.Read(bytes);
        }
        catch (InvalidDataException)
        {
            return await NoteAsync(Row(Encoding.Latin1.GetString(SHA256.HashData(bytes)), InboundOutcome.SetAside, "Broken"), stop);
        }
        var letter = new Letter(whole);
        var hash = HashOf(letter.MessageId is { } id ? $"{id}\n{letter.From}" : Convert.ToHexString(SHA256.HashData(bytes)));
        if (await db.InboundLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, stop) is { } before)
            return before;
        if (letter.IsBounce)
        {
            await bounces.CountAsync(letter, stop);
            return await NoteAsync(Hashed(hash, InboundOutcome.Bounced, ""), stop);
        }
        if (letter.IsAutomatic || IsOurs(letter))
            return await NoteAsync(Hashed(hash, InboundOutcome.Ignored, "Automatic"), stop);
        return await JudgeAsync(letter, hash, isTooLarge, stop);
    }

    /// <summary>Whatever it holds, it made the taking fail again and again.</summary>
    public async Task<InboundLetter> SetAsideAsync(FileInfo file, string why, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return await NoteAsync(Row($"{file.Name}\n{file.Length}\n{file.LastWriteTimeUtc:O}", InboundOutcome.SetAside, why), stop);
    }

    async Task<InboundLetter> JudgeAsync(Letter letter, string hash, bool isTooLarge, CancellationToken stop)
    {
        var tokens = letter.Recipients.Select(addresses.Read).OfType<ReplyToken>().ToList();
        if (tokens.Count == 0)
            return await NoteAsync(Hashed(hash, InboundOutcome.Ignored, "NotForUs"), stop);
        var told = await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == tokens[0].NotificationId, stop);
        var verdict = await addresses.JudgeAsync(tokens[0], told, stop);
        if (verdict == ReplyVerdict.Forged || told is null)
            return await NoteAsync(Hashed(hash, InboundOutcome.Refused, "Signature"), stop);
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == told.MemberId && m.ErasedAt == null, stop);
        if (member is null || !await IsTheirsAsync(letter.From, member.Id, stop))
            return await NoteAsync(Hashed(hash, InboundOutcome.Refused, "Sender"), stop);

        // From here on it is certain who wrote it, so they are told what became of it, in their language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(member.Language ?? "en"); // flows with this call only
        var row = Hashed(hash, InboundOutcome.Refused, "");
        row.MemberId = member.Id;
        var words = isTooLarge ? "" : ReplyWords.Own(letter.Words, Marks());
        var fault = verdict == ReplyVerdict.TooOld ? "TooOld" : isTooLarge ? "TooLarge" : words.Length == 0 ? "Empty" : null;
        if (fault is not null)
            return await RefuseAsync(row, member, told, fault, text[$"Why{fault}"], words, stop);
        var posted = await posting.PostAsync(row, told, member, words, stop);
        if (posted.Outcome == InboundOutcome.Refused)
            return await RefuseAsync(row, member, told, posted.Why, posted.Sentence, words, stop);
        if (posted.Outcome == InboundOutcome.Posted && letter.HasFiles)
            await refusals.FilesStayedAsync(row, member, told, stop);
        row.Outcome = posted.Outcome;
        return row;
    }

    async Task<InboundLetter> RefuseAsync(InboundLetter row, Member member, Notification told, string why, string sentence, string words, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        row.Why = why;
        await refusals.QueueAsync(row, member, told, sentence, words, stop);
        return await NoteAsync(row, stop);
    }

    async Task<InboundLetter> NoteAsync(InboundLetter row, CancellationToken stop)
    {
        row.File = row.Outcome == InboundOutcome.SetAside ? InboundFolder.NameOf(row.Id) : null;
        db.InboundLetters.Add(row);
        try
        {
            await db.SaveChangesAsync(stop);
            return row;
        }
        catch (DbUpdateException refused) when (SecondPress.IsDone(refused))
        {
            // Another node has taken the same letter.
            db.ChangeTracker.Clear();
            return await db.InboundLetters.AsNoTracking().SingleAsync(l => l.Hash == row.Hash, stop);
        }
    }

    Task<bool> IsTheirsAsync(string? from, Guid memberId, CancellationToken stop)
    {
        var address = EmailAddress.Normal(from ?? "");
        return db.Users.AnyAsync(a => a.Id == memberId && a.EmailConfirmed && a.NormalizedEmail == address, stop);
    }

    /// <summary>A letter that we sent ourselves and that came back.</summary>
    bool IsOurs(Letter letter) => letter.From is { } from && from.Equals(mail.From.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence above which answers are written, as our letters say it in each language.</summary>
    List<string> Marks()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            return PagesSetup.Languages.Select(language =>
            {
                CultureInfo.CurrentUICulture = language;
                return text[Letters.ReplyAbove].Value;
            }).ToList();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    InboundLetter Row(string said, InboundOutcome outcome, string why) => Hashed(HashOf(said), outcome, why);

    InboundLetter Hashed(string hash, InboundOutcome outcome, string why) => new() { Hash = hash, At = clock.GetUtcNow(), Outcome = outcome, Why = why, Node = node.Value };

    static string HashOf(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));

    static async Task<byte[]> HeadAsync(FileInfo file, CancellationToken stop)
    {
        var head = new byte[HeadBytes];
        await using var stream = file.OpenRead();
        return head[..await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, stop)];
    }
}
