using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>A pact as one of its people has opened it. For everybody else it is not there, editors among them.</summary>
sealed class PactVisit(AppDb db, CurrentMember current, TimeProvider clock)
{
    public Pact Pact { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>The slug of its room.</summary>
    public string Room { get; private set; } = "";
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
    public PactMember Mine => Pact.RoleOf(Me.Id)!;
    public IEnumerable<Member> Others => Pact.Members.Where(m => m.MemberId != Me.Id && m.LeftAt is null).Select(m => m.Member);
    public string Address => MentoringAddress.OfPact(Pact.Id);
    public LearningNote? MyNote => Pact.Learnings.SingleOrDefault(l => l.ById == Me.Id);

    public async Task<bool> OpenAsync(Guid id, CancellationToken stop)
    {
        Me = await current.RequireAsync(stop);
        if (await WithAll(db.Pacts.Of(Me.Id)).SingleOrDefaultAsync(p => p.Id == id, stop) is not { } pact)
            return false;
        Pact = pact;
        Room = await db.Rooms.Where(r => r.Id == pact.RoomId).Select(r => r.Slug).SingleAsync(stop);
        return true;
    }

    /// <summary>Who of them goes by this id; a name of nobody once they left.</summary>
    public Member? Who(Guid id) => Pact.Members.SingleOrDefault(m => m.MemberId == id && m.LeftAt is null)?.Member;

    public static IQueryable<Pact> WithAll(IQueryable<Pact> pacts) =>
        pacts.Include(p => p.Members).ThenInclude(m => m.Member).Include(p => p.Questions).Include(p => p.Goals).Include(p => p.Learnings).AsSplitQuery();
}

/// <summary>The pact that a room belongs to, for the page of the room.</summary>
sealed class PactOfRoom(AppDb db)
{
    public async Task<string?> AddressAsync(Guid roomId, Member? viewer) => viewer is null ? null
        : await db.Pacts.Of(viewer.Id).Where(p => p.RoomId == roomId).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() is { } id ? MentoringAddress.OfPact(id) : null;
}
