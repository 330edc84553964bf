using HealthDoers.Domain;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Pages.Teams;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A room as one signed-in member has opened it, with everybody in it and what the member is there.</summary>
public sealed class RoomVisit(AppDb db, CurrentMember current, PairNames names, TimeProvider clock)
{
    public Room Room { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>What I am in the room; null for somebody who never came near it.</summary>
    public RoomMembership? Mine => Room.StandingOf(Me);
    public RoomAgreement? Agreement { get; private set; }

    /// <summary>I am a member of the hub that the room belongs to, or of its peer team.</summary>
    public bool Belongs { get; private set; }

    /// <summary>What I am in the peer team that the room belongs to.</summary>
    public RoomParts PartsInTeam { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What the room is called for me.</summary>
    public RoomWords Words { get; private set; } = null!;
    public string Address => RoomAddress.Of(Room.Slug);
    public bool IsMember => Mine?.IsJoined == true;
    public bool CanModerate => Room.CanBeModeratedBy(Me, Now);

    /// <summary>I may read it.</summary>
    public bool CanRead => Room.IsVisibleTo(Me);
    public bool AgreementIsNew => IsMember && Mine!.AgreedTo < Room.AgreementNumber;

    /// <summary>False when there is no such room, or when it is private and I am not asked in.</summary>
    public async Task<bool> OpenAsync(string slug, CancellationToken cancellationToken)
    {
        Me = await current.RequireAsync(cancellationToken);
        if (await db.Rooms.KnownTo(Me).Include(r => r.Memberships).SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken) is not { } room)
            return false;
        Room = room;
        await LoadAroundAsync(cancellationToken);
        return true;
    }

    public async Task<bool> OpenToReadAsync(string slug, CancellationToken cancellationToken) =>
        await OpenAsync(slug, cancellationToken) && CanRead;

    /// <summary>False also for whoever does not look after it: its desk is not there for them.</summary>
    public async Task<bool> OpenToModerateAsync(string slug, CancellationToken cancellationToken) =>
        await OpenAsync(slug, cancellationToken) && CanModerate;

    /// <summary>Changes the room itself, with its row locked, for messages may be coming in at the same moment.</summary>
    public async Task ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        var slug = Room.Slug;
        db.ChangeTracker.Clear();
        await db.InTransactionAsync(async () =>
        {
            Me = await db.Members.SingleAsync(m => m.Id == Me.Id, cancellationToken);
            Room = (await db.Rooms.LockedAsync(slug, cancellationToken))!;
            await db.RoomMemberships.Where(m => m.RoomId == Room.Id).LoadAsync(cancellationToken);
            await LoadAroundAsync(cancellationToken);
            change();
            return true;
        }, cancellationToken);
    }

    /// <summary>Inside a change: what this person is in the room by now.</summary>
    /// <exception cref="RuleBrokenException">They went meanwhile.</exception>
    public RoomMembership StandingNowOf(Member person) =>
        Room.StandingOf(person) ?? throw new RuleBrokenException("This person is not in the room now.");

    async Task LoadAroundAsync(CancellationToken cancellationToken)
    {
        await db.LoadHubAsync(Room, cancellationToken);
        Words = await names.OfAsync(Room, Me, cancellationToken);
        PartsInTeam = await db.PartsInTeamAsync(Room.Id, Me, cancellationToken);
        Belongs = PartsInTeam != RoomParts.None || Room.HubId is not null && await db.HubMemberships.Joined().AnyAsync(m => m.HubId == Room.HubId && m.MemberId == Me.Id, cancellationToken);
        Agreement = await db.RoomAgreements.SingleOrDefaultAsync(a => a.RoomId == Room.Id && a.Number == Room.AgreementNumber, cancellationToken);
    }
}

static class RoomAddress
{
    public static string Of(string slug) => "/rooms/" + slug;

    public static string OfMessage(string slug, long seq) => $"/rooms/{slug}?at={seq}#m-{seq}";

    public static string HistoryOf(string slug, long seq) => $"/rooms/{slug}/messages/{seq}/history";

    /// <summary>Where a card is raised on a message without script.</summary>
    public static string OfCards(string slug, long seq) => $"/rooms/{slug}/messages/{seq}/jargon";

    /// <summary>Where a message's poll is answered and closed.</summary>
    public static string OfPoll(string slug, long seq) => $"/rooms/{slug}/messages/{seq}/poll";

    /// <summary>Where a circle is joined, begun and passed on.</summary>
    public static string OfCircle(string slug, long seq) => $"/rooms/{slug}/messages/{seq}/circle";

    /// <summary>Where a message is marked, moved and pinned without script.</summary>
    public static string OfWork(string slug, long seq) => $"/rooms/{slug}/messages/{seq}/work";

    public static string OfTopic(string slug, string topic) => $"/rooms/{slug}?topic={Uri.EscapeDataString(topic)}";
}
