using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Mail.Inbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class InboundMappings : IEntityTypeConfiguration<InboundLetter>, IEntityTypeConfiguration<MailTrouble>, IEntityTypeConfiguration<KeptKey>
{
    public void Configure(EntityTypeBuilder<InboundLetter> letter)
    {
        letter.ToTable("InboundLetters");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Hash).HasMaxLength(64);
        letter.Property(l => l.Why).HasMaxLength(100);
        letter.Property(l => l.Node).HasMaxLength(200);
        letter.Property(l => l.File).HasMaxLength(60);
        letter.HasIndex(l => l.Hash).IsUnique();
        letter.HasIndex(l => l.MemberId);
        letter.HasIndex(l => new { l.Outcome, l.At });
    }

    public void Configure(EntityTypeBuilder<MailTrouble> trouble)
    {
        trouble.ToTable("MailTroubles").HasKey(t => t.MemberId);
        trouble.Property(t => t.Address).HasMaxLength(EmailAddress.MaxLength);
        trouble.HasOne<Member>().WithOne().HasForeignKey<MailTrouble>(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<KeptKey> key)
    {
        key.ToTable("KeptKeys").HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(60);
    }
}
