using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Mail;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Mail;

/// <summary>The program is killed while it begins digests and hands letters to a real server.</summary>
public sealed class KilledWhileSendingTests
{
    const int Letters = 20;
    const int Readers = 60;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_letter_is_lost_and_at_most_the_one_in_flight_goes_again_under_its_own_name()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var db = await Db.SqliteAsync();
        await FillAsync(db);
        await using var process = new RealProcess(db.Folder, new()
        {
            ["ConnectionStrings__Default"] = $"Data Source={db.DatabaseFile}",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = $"{server.Port}",
            ["Site__PublicUrl"] = "https://example.org",
        });

        var deaths = 0;
        foreach (var enough in new[] { 7, Letters + 15 })
        {
            await process.StartAsync();
            await Eventually.UntilAsync(() => Task.FromResult(server.Taken.Count >= enough), TimeSpan.FromSeconds(40));
            await process.KillAsync();
            deaths++;
        }
        await process.StartAsync();
        await Eventually.UntilAsync(() => Task.FromResult(server.Taken.Select(l => l.Id).Distinct().Count() == Letters + Readers), TimeSpan.FromSeconds(40));
        await Task.Delay(1_500, Stop); // whatever would be sent again

        var taken = server.Taken;
        Assert.Equal(Letters + Readers, taken.Select(l => l.Id).Distinct().Count());
        Assert.Equal(Letters + Readers, taken.Select(l => l.To).Distinct().Count());
        Assert.InRange(taken.Count, Letters + Readers, Letters + Readers + deaths);
        var digests = taken.Where(l => l.To.StartsWith("reader", StringComparison.Ordinal)).ToList();
        Assert.All(digests, digest =>
        {
            Assert.True(digest.HasHtml);
            Assert.Equal("List-Unsubscribe=One-Click", digest.OneClick);
            Assert.StartsWith("<https://example.org/mail/end-now/", digest.Unsubscribe, StringComparison.Ordinal);
            Assert.Contains("because you follow Ana", digest.Plain, StringComparison.Ordinal);
        });
    }

    static async Task FillAsync(Db db)
    {
        await using var context = db.CreateDbContext();
        var ana = DomainPeople.Ana();
        var story = DomainPeople.GardenBy(ana);
        context.AddRange(ana, story);
        for (var i = 0; i < Letters; i++)
            context.Add(new QueuedMail { Kind = "Confirm", Language = "en", Address = $"joins{i}@example.org", At = DateTimeOffset.UtcNow, Values = new() { ["Name"] = "Joe", ["Link"] = "https://example.org/" } });
        for (var i = 0; i < Readers; i++)
        {
            var reader = new Member($"reader{i}", "Reader", DomainPeople.Monday);
            var told = new Notification(reader.Id, 1, NotificationKind.StoryPublished, NotificationReason.YouFollowMember, story.Id, DateTimeOffset.UtcNow) { ActorId = ana.Id, ViaId = ana.Id };
            told.WaitForDigest(DateTimeOffset.UtcNow.AddMinutes(-1));
            context.AddRange(reader, Account.Of(reader, $"reader{i}@example.org", null, DateTimeOffset.UtcNow), told);
        }
        await context.SaveChangesAsync(Stop);
    }
}
