using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>What rooms are called for one who reads them: a room for two by the name that the other has now, every other room by its own.</summary>
public sealed class PairNames(AppDb db, IStringLocalizer<ForTwoText> text)
{
    public async Task<RoomWords> OfAsync(Room room, Member? reader, CancellationToken stop) => (await OfAsync([room], reader, stop))[room.Id];

    public async Task<Dictionary<Guid, RoomWords>> OfAsync(IReadOnlyCollection<Room> rooms, Member? reader, CancellationToken stop)
    {
        var others = rooms.Select(room => Other(room, reader)).OfType<Guid>().ToList();
        var names = others.Count == 0 ? [] : await db.Members.Where(m => others.Contains(m.Id) && m.ErasedAt == null).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        return rooms.ToDictionary(room => room.Id, room => Other(room, reader) is { } other
            ? new RoomWords(text["YouAnd", names.GetValueOrDefault(other) ?? text["AMember"]], text["RoomSays"])
            : room.In(PageFrame.Language));
    }

    static Guid? Other(Room room, Member? reader) => reader is null ? null : room.OtherThan(reader.Id);
}
