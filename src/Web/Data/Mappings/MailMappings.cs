using HealthDoers.Web.Access;
using HealthDoers.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class MailMappings : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Kind).HasMaxLength(60);
        mail.Property(m => m.Language).HasMaxLength(10);
        mail.Property(m => m.Address).HasMaxLength(EmailAddress.MaxLength);
        mail.HasIndex(m => new { m.Address, m.At });
        mail.HasIndex(m => m.MemberId);
        mail.Property(m => m.Values).HasJson();
        mail.Property(m => m.Failure).HasMaxLength(200);
        mail.HasIndex(m => new { m.SentAt, m.NextAt });
    }
}
