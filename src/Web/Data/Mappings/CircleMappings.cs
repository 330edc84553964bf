using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class CircleMappings : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> circle)
    {
        circle.ToTable("Circles").HasKey(c => c.MessageId);
        circle.Property(c => c.Seats).HasJson();
        circle.Property(c => c.HadTurn).HasJson();
        circle.HasOne<Message>().WithOne(m => m.Circle).HasForeignKey<Circle>(c => c.MessageId);
        circle.HasIndex(c => c.TurnEndsAt);
    }
}
