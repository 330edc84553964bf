using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class MemberMappings :
    IEntityTypeConfiguration<Member>,
    IEntityTypeConfiguration<HandleClaim>,
    IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("Members");
        member.Property(m => m.Handle).HasMaxLength(Member.HandleLimit);
        member.HasIndex(m => m.Handle).IsUnique();
        member.Property(m => m.Name).HasMaxLength(Member.NameLimit);
        member.Property(m => m.Language).HasMaxLength(10);
        member.Property(m => m.Zone).HasMaxLength(Schedule.ZoneLimit);
        member.OwnsOne(m => m.Profile, profile =>
        {
            profile.Property(p => p.Pronouns).HasMaxLength(Profile.LineLimit);
            profile.Property(p => p.Place).HasMaxLength(Profile.LineLimit);
            profile.Property(p => p.Organisation).HasMaxLength(Profile.LineLimit);
            profile.Property(p => p.Brings).HasMaxLength(Profile.TextLimit);
            profile.Property(p => p.Needs).HasMaxLength(Profile.TextLimit);
            profile.Property(p => p.About).HasMaxLength(Profile.TextLimit);
            profile.Property(p => p.Picture).HasMaxLength(64);
            profile.Property(p => p.Roles).HasJson();
            profile.Property(p => p.Skills).HasJson();
            profile.Property(p => p.Topics).HasJson();
            profile.Property(p => p.Languages).HasMaxLength(Profile.LineLimit);
        });
        member.Navigation(m => m.Profile).IsRequired();
        member.OwnsOne(m => m.Suspension);
    }

    public void Configure(EntityTypeBuilder<HandleClaim> claim)
    {
        claim.ToTable("HandleClaims").HasKey(c => c.Hash);
        claim.Property(c => c.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasOne<Member>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
