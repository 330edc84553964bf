using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class JargonMappings : IEntityTypeConfiguration<JargonCard>, IEntityTypeConfiguration<AskedTerm>
{
    public void Configure(EntityTypeBuilder<JargonCard> card)
    {
        card.ToTable("JargonCards");
        card.Property(c => c.Id).ValueGeneratedNever();
        card.Property(c => c.Word).HasMaxLength(JargonCard.WordLimit);
        card.Property(c => c.Key).HasMaxLength(JargonCard.WordLimit);
        card.HasOne<Message>().WithMany(m => m.Cards).HasForeignKey(c => c.MessageId);
        card.HasOne(c => c.Term).WithMany().HasForeignKey(c => c.TermId).OnDelete(DeleteBehavior.SetNull);
        card.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.SetNull);
        card.HasIndex(c => c.Key).HasFilter("\"TermId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<AskedTerm> term)
    {
        term.ToTable("AskedTerms").HasKey(t => t.Key);
        term.Property(t => t.Key).HasMaxLength(JargonCard.WordLimit);
        term.Property(t => t.Word).HasMaxLength(JargonCard.WordLimit);
        term.OwnsOne(t => t.Answer);
    }
}
