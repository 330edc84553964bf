using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Starter;

/// <summary>Says that a body of starter content went in. Written first and in the same transaction, so two nodes that start at once cannot both write it.</summary>
public sealed class StarterMark
{
    public required string Name { get; init; }
    public required DateTimeOffset At { get; init; }
}

sealed class StarterMarkMapping : IEntityTypeConfiguration<StarterMark>
{
    public void Configure(EntityTypeBuilder<StarterMark> mark)
    {
        mark.ToTable("StarterMarks").HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(50);
    }
}
