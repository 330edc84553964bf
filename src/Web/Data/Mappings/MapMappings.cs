using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class MapMappings : IEntityTypeConfiguration<MapEntry>, IEntityTypeConfiguration<PlaceKey>
{
    public void Configure(EntityTypeBuilder<MapEntry> entry)
    {
        entry.ToTable("MapEntries");
        entry.Property(e => e.Title).HasMaxLength(MapEntry.TitleLimit);
        entry.Property(e => e.Summary).HasMaxLength(MapEntry.SummaryLimit);
        entry.Property(e => e.Link).HasMaxLength(MapEntry.LinkLimit);
        entry.Property(e => e.Topics).HasJson();
        entry.Property(e => e.Place).HasPlace();
        entry.Property(e => e.Programme).HasMaxLength(100);
        entry.Property(e => e.ExternalId).HasMaxLength(200);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Ignore(e => e.Content);
        entry.OwnsOne(e => e.TakenDown, taken => taken.Property(t => t.Reason).HasMaxLength(500));
        entry.HasOne(e => e.Owner).WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Restrict);
        entry.Property(e => e.AddressHash).HasMaxLength(64);
        entry.HasIndex(e => e.AddressHash);
        entry.HasIndex(e => e.ExternalId).IsUnique();
        entry.HasIndex(e => new { e.ConfirmedAt, e.AddedAt });
    }

    public void Configure(EntityTypeBuilder<PlaceKey> key)
    {
        key.ToTable("PlaceKeys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Secret).HasMaxLength(Nearness.KeyLength);
    }
}

/// <summary>A place is written and read whole, in one column; it may be null.</summary>
static class PlaceColumn
{
    public static PropertyBuilder<Place> HasPlace(this PropertyBuilder<Place> place) => place.HasJson();
}
