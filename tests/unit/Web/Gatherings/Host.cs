using System.Globalization;
using System.Net;
using HealthDoers.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Gatherings;

/// <summary>What hosts and those who come do in these tests.</summary>
static class Host
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DateOnly InDays(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A good form; what a test says wins.</summary>
    public static (string, string)[] Form(params (string Field, string Value)[] typed)
    {
        (string Field, string Value)[] usual =
        [
            ("Input.Title", "Soup and listening"), ("Input.What", "We cook, and we listen."), ("Input.Date", Day(InDays(10))), ("Input.Starts", "19:00"),
            ("Input.Ends", "20:30"), ("Input.Zone", "America/Chicago"), ("Input.Format", "Both"), ("Input.Venue", "Library, 2 Oak Street"),
            ("Input.Link", "https://meet.example.org/soup-7731"),
        ];
        return [.. usual.Where(u => !typed.Any(t => t.Field == u.Field)), .. typed];
    }

    /// <returns>Its address.</returns>
    public static async Task<string> AnnounceAsync(this Browser host, params (string Field, string Value)[] typed)
    {
        var answer = await host.FillAsync("/gatherings/new", Form(typed));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Goes!;
    }

    public static Task<Answer> ComeAsync(this Browser member, string address, string coming = "Yes", params (string, string)[] more) =>
        member.FillAsync($"{address}/rsvp", [("Input.Coming", coming), .. more]);

    public static Task<Gathering> GatheringAsync(this WebApp app, string address) => app.InDbAsync(db =>
        db.Gatherings.AsNoTracking().Include(g => g.Occurrences).ThenInclude(o => o.Rsvps).AsSplitQuery().SingleAsync(g => g.Slug == address.Substring("/gatherings/".Length), Stop));
}
