using HealthDoers.Domain.Hubs;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The questions, the agreement and the roles that every new hub begins with.</summary>
sealed record HubDefaults
{
    static readonly Lazy<HubDefaults> Shipped = new(() => StarterFiles.ReadOne<HubDefaults>("hub-defaults.yaml"));

    public Dictionary<string, List<string>> Questions { get; init; } = [];
    public Dictionary<string, List<string>> Agreement { get; init; } = [];
    public List<RoleEntry> Roles { get; init; } = [];

    public static List<string> QuestionsIn(string language) => [.. Shipped.Value.Questions.GetValueOrDefault(language) ?? Shipped.Value.Questions["en"]];

    /// <summary>The roles, vacant, and the first agreement, which the caller stores.</summary>
    public static HubAgreement Furnish(Hub hub, DateTimeOffset now)
    {
        foreach (var role in Shipped.Value.Roles)
            hub.Open(new() { ["en"] = role.En.Words(), ["es"] = role.Es.Words() }, role.Stewards, null, now);
        return hub.Agree(Shipped.Value.Agreement, 1, null, now);
    }

    public sealed record RoleEntry
    {
        public bool Stewards { get; init; }
        public RoleWordsEntry En { get; init; } = new();
        public RoleWordsEntry Es { get; init; } = new();
    }

    public sealed record RoleWordsEntry
    {
        public string Title { get; init; } = "";
        public string Purpose { get; init; } = "";

        public HubRoleWords Words() => new(Title, Purpose);
    }
}
