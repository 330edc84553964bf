using HealthDoers.Domain.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class ResourceMappings : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.ToTable("Resources");
        resource.Property(r => r.Slug).HasMaxLength(100);
        resource.HasIndex(r => r.Slug).IsUnique();
        resource.Property(r => r.Words).HasJson();
        resource.Property(r => r.Source).HasJson();
    }
}
