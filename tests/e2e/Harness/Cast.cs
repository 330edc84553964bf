namespace HealthDoers.Tests.Harness;

/// <param name="Roles">As <c>create-member --role</c> takes them.</param>
public sealed record Player(string Handle, string Name, string? Roles = null)
{
    public string Email => $"{Handle}@example.org";

    public string Password => "slow-river-carries-lanterns-home";
}

/// <summary>The members whom the journeys share. A test that changes what others see of a member makes one of its own.</summary>
public static class Cast
{
    public static readonly Player Ana = new("ana_flores", "Ana Flores");

    public static readonly Player Joe = new("joe_coach", "Joe Okafor");

    public static readonly Player Mira = new("mira_edits", "Mira Lindqvist", "editor,administrator");
}
