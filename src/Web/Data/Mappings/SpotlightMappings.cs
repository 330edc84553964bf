using HealthDoers.Domain.Members;
using HealthDoers.Domain.Spotlights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class SpotlightMappings : IEntityTypeConfiguration<Spotlight>
{
    public void Configure(EntityTypeBuilder<Spotlight> spotlight)
    {
        spotlight.ToTable("Spotlights");
        spotlight.Property(s => s.Proposed).HasMaxLength(Spotlight.WordsLimit);
        spotlight.Property(s => s.Words).HasMaxLength(Spotlight.WordsLimit);
        spotlight.OwnsOne(s => s.Answer);
        spotlight.OwnsOne(s => s.Showing, showing => showing.HasIndex(s => s.Until));
        spotlight.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId);
        spotlight.HasOne<Member>().WithMany().HasForeignKey(s => s.NominatorId).OnDelete(DeleteBehavior.SetNull);
    }
}
