using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class HubMappings :
    IEntityTypeConfiguration<Hub>,
    IEntityTypeConfiguration<HubSlug>,
    IEntityTypeConfiguration<HubRole>,
    IEntityTypeConfiguration<HubTerm>,
    IEntityTypeConfiguration<HubAgreement>,
    IEntityTypeConfiguration<HubMembership>,
    IEntityTypeConfiguration<HubShare>,
    IEntityTypeConfiguration<HubDecision>,
    IEntityTypeConfiguration<HubFounding>
{
    public void Configure(EntityTypeBuilder<Hub> hub)
    {
        hub.ToTable("Hubs");
        hub.Property(h => h.Slug).HasMaxLength(100);
        hub.HasIndex(h => h.Slug).IsUnique();
        hub.Property(h => h.Words).HasJson();
        hub.Property(h => h.Scope).HasJson();
        hub.Property(h => h.Rules).HasJson();
        hub.Property(h => h.TopicSlug).HasMaxLength(100);
        hub.HasIndex(h => h.TopicSlug);
        hub.Property(h => h.Version).IsConcurrencyToken();
        hub.OwnsOne(h => h.Merger);
        hub.HasOne<Hub>().WithMany().HasForeignKey(h => h.ParentId).OnDelete(DeleteBehavior.Restrict);
        hub.HasMany(h => h.Roles).WithOne().HasForeignKey(r => r.HubId);
    }

    public void Configure(EntityTypeBuilder<HubSlug> slug)
    {
        slug.ToTable("HubSlugs").HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(100);
        slug.HasOne<Hub>().WithMany().HasForeignKey(s => s.HubId);
    }

    public void Configure(EntityTypeBuilder<HubRole> role)
    {
        role.ToTable("HubRoles");
        role.Property(r => r.Words).HasJson();
        role.HasMany(r => r.Terms).WithOne().HasForeignKey(t => t.RoleId);
    }

    public void Configure(EntityTypeBuilder<HubTerm> term)
    {
        term.ToTable("HubTerms");
        term.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
        term.HasIndex(t => t.HubId);
        // Two nodes pass a role on at once: the second begins again and finds it done.
        term.Property(t => t.EndedAt).IsConcurrencyToken();
        term.HasIndex(t => t.Until);
    }

    public void Configure(EntityTypeBuilder<HubAgreement> agreement)
    {
        agreement.ToTable("HubAgreements");
        agreement.Property(a => a.Points).HasJson();
        agreement.HasOne<Hub>().WithMany().HasForeignKey(a => a.HubId);
        agreement.HasIndex(a => new { a.HubId, a.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HubMembership> membership)
    {
        membership.ToTable("HubMemberships");
        membership.Property(m => m.Answers).HasJson();
        membership.Property(m => m.State).IsConcurrencyToken();
        membership.HasOne<Hub>().WithMany().HasForeignKey(m => m.HubId);
        membership.HasOne(m => m.Member).WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
        membership.HasIndex(m => new { m.HubId, m.MemberId }).IsUnique();
        membership.HasIndex(m => new { m.HubId, m.State, m.At });
    }

    public void Configure(EntityTypeBuilder<HubShare> share)
    {
        share.ToTable("HubShares");
        share.Property(s => s.State).IsConcurrencyToken();
        share.HasOne<Hub>().WithMany().HasForeignKey(s => s.HubId);
        share.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId);
        share.HasOne<Member>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Cascade);
        share.HasIndex(s => new { s.HubId, s.StoryId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HubDecision> decision)
    {
        decision.ToTable("HubDecisions");
        decision.Property(d => d.Reason).HasMaxLength(HubDecision.ReasonLimit);
        decision.HasOne<Hub>().WithMany().HasForeignKey(d => d.HubId);
        decision.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId).OnDelete(DeleteBehavior.Cascade);
        decision.OwnsOne(d => d.Cited);
        decision.Navigation(d => d.Cited).IsRequired();
        decision.OwnsOne(d => d.Appeal, appeal => appeal.Property(a => a.Words).HasMaxLength(HubDecision.AppealLimit));
        decision.OwnsOne(d => d.Answer, answer => answer.Property(a => a.Reason).HasMaxLength(HubDecision.ReasonLimit));
        decision.HasIndex(d => new { d.HubId, d.At });
    }

    public void Configure(EntityTypeBuilder<HubFounding> founding)
    {
        founding.ToTable("HubFoundings");
        founding.Property(f => f.Words).HasJson();
        founding.Property(f => f.Language).HasMaxLength(10);
        founding.Property(f => f.State).IsConcurrencyToken();
        founding.OwnsOne(f => f.Answer, answer => answer.Property(a => a.Words).HasMaxLength(HubFounding.AnswerLimit));
        founding.HasOne<Member>().WithMany().HasForeignKey(f => f.ById).OnDelete(DeleteBehavior.Cascade);
        founding.HasOne<Hub>().WithMany().HasForeignKey(f => f.HubId).OnDelete(DeleteBehavior.SetNull);
        founding.HasIndex(f => f.State);
    }
}
