using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class EventMappings :
    IEntityTypeConfiguration<EventRow>,
    IEntityTypeConfiguration<ConsumerCursor>,
    IEntityTypeConfiguration<ParkedEvent>
{
    public void Configure(EntityTypeBuilder<EventRow> row)
    {
        row.ToTable("Events").HasKey(e => e.Number);
        row.Property(e => e.Number).ValueGeneratedOnAdd();
        row.Property(e => e.Type).HasMaxLength(60);
        row.Property(e => e.Ids).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ConsumerCursor> cursor)
    {
        cursor.ToTable("Cursors").HasKey(c => c.Consumer);
        cursor.Property(c => c.Consumer).HasMaxLength(100);
        cursor.Property(c => c.LeasedBy).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ParkedEvent> parked)
    {
        parked.ToTable("ParkedEvents").HasKey(p => new { p.Consumer, p.Number });
        parked.Property(p => p.Consumer).HasMaxLength(100);
        parked.Property(p => p.Failure).HasMaxLength(200);
    }
}
