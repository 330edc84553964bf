using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class AccessMappings :
    IEntityTypeConfiguration<Registration>,
    IEntityTypeConfiguration<SignInTry>,
    IEntityTypeConfiguration<PersonalToken>,
    IEntityTypeConfiguration<CarriedForm>
{
    const int Hash = 64;

    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("Registrations");
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.Property(r => r.Email).HasMaxLength(EmailAddress.MaxLength);
        registration.HasIndex(r => r.Email);
        registration.Property(r => r.PasswordHash).HasMaxLength(200);
        registration.Property(r => r.Name).HasMaxLength(Member.NameLimit);
        registration.Property(r => r.Handle).HasMaxLength(Member.HandleLimit);
        registration.Property(r => r.Language).HasMaxLength(10);
        registration.Property(r => r.Secret).HasMaxLength(Hash);
        registration.HasIndex(r => r.Secret).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInTry> attempt)
    {
        attempt.ToTable("SignInTries").HasKey(t => t.Address);
        attempt.Property(t => t.Address).HasMaxLength(Hash);
    }

    public void Configure(EntityTypeBuilder<PersonalToken> token)
    {
        token.ToTable("PersonalTokens");
        token.Property(t => t.Name).HasMaxLength(PersonalToken.NameLimit);
        token.Property(t => t.Hash).HasMaxLength(Hash);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.MemberId);
        token.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CarriedForm> form)
    {
        form.ToTable("CarriedForms").HasKey(f => f.Key);
        form.Property(f => f.Key).HasMaxLength(Hash);
        form.Property(f => f.Page).HasMaxLength(CarriedForm.PageLimit);
        form.HasIndex(f => new { f.TypedBy, f.At });
    }
}
