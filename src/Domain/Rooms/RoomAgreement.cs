namespace HealthDoers.Domain.Rooms;

/// <summary>One version of what the people of a room agree to. It never changes, so it stays known what somebody agreed to.</summary>
public sealed class RoomAgreement
{
    public const int PointLimit = 300;
    public const int MostPoints = 12;

    RoomAgreement() { }

    internal RoomAgreement(Guid roomId, int number, List<string> points, string language, Guid byId, DateTimeOffset at) =>
        (RoomId, Number, Points, Language, ById, At) = (roomId, number, points, language, byId, at);

    public Guid RoomId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public List<string> Points { get; private set; } = [];
    public string Language { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
}
