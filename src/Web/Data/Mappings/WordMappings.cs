using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class WordMappings : IEntityTypeConfiguration<Topic>, IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("Topics");
        topic.Property(t => t.Slug).HasMaxLength(100);
        topic.HasIndex(t => t.Slug).IsUnique();
        topic.Property(t => t.Words).HasJson();
        topic.Property(t => t.Artwork).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<GlossaryTerm> term)
    {
        term.ToTable("GlossaryTerms");
        term.Property(t => t.Slug).HasMaxLength(100);
        term.HasIndex(t => t.Slug).IsUnique();
        term.Property(t => t.Words).HasJson();
        term.Property(t => t.Source).HasMaxLength(300);
    }
}
