using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Load.Bare;

public sealed class Author
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }
}

public sealed class Story
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required long PublishedAt { get; init; }

    public required Guid AuthorId { get; init; }
}

public sealed class Message
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Room { get; init; }

    public required string Body { get; init; }
}

public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<Message> Messages => Set<Message>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Story>().HasIndex(story => story.PublishedAt);

    /// <summary>Makes the database anew, as large as the one it is compared with.</summary>
    public void Fill(int authors, int stories)
    {
        Database.EnsureDeleted();
        Database.EnsureCreated();
        var people = Enumerable.Range(1, authors).Select(n => new Author { Name = $"Author number {n}" }).ToList();
        Authors.AddRange(people);
        Stories.AddRange(Enumerable.Range(1, stories).Select(n => new Story
        {
            Title = $"What our neighbourhood tried in week {n}",
            // Twenty of these make the 24 KB page that the application's lists are measured against.
            Summary = string.Concat(Enumerable.Repeat($"Families walked to the market together on day {n} and told us what changed. ", 13)),
            PublishedAt = n,
            AuthorId = people[n % authors].Id,
        }));
        SaveChanges();
    }
}
