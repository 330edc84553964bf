using HealthDoers.Domain.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class HubMappings :
    IEntityTypeConfiguration<Hub>,
    IEntityTypeConfiguration<HubSlug>
{
    public void Configure(EntityTypeBuilder<Hub> hub)
    {
        hub.ToTable("Hubs");
        hub.Property(h => h.Slug).HasMaxLength(100);
        hub.HasIndex(h => h.Slug).IsUnique();
        hub.Property(h => h.Words).HasJson();
        hub.Property(h => h.Scope).HasJson();
        hub.Property(h => h.TopicSlug).HasMaxLength(100);
        hub.HasIndex(h => h.TopicSlug);
        hub.Property(h => h.Version).IsConcurrencyToken();
        hub.HasOne<Hub>().WithMany().HasForeignKey(h => h.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HubSlug> slug)
    {
        slug.ToTable("HubSlugs").HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(100);
        slug.HasOne<Hub>().WithMany().HasForeignKey(s => s.HubId);
    }
}
