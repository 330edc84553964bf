using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class IdeaMappings :
    IEntityTypeConfiguration<Idea>,
    IEntityTypeConfiguration<IdeaLabel>,
    IEntityTypeConfiguration<IdeaStep>,
    IEntityTypeConfiguration<IdeaRevision>,
    IEntityTypeConfiguration<IdeaTranslation>,
    IEntityTypeConfiguration<IdeaStory>,
    IEntityTypeConfiguration<IdeaSlug>,
    IEntityTypeConfiguration<IdeaToTry>,
    IEntityTypeConfiguration<IdeaDraft>,
    IEntityTypeConfiguration<Adaptation>,
    IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.ToTable("Ideas");
        idea.Property(i => i.Content).HasJson();
        idea.Property(i => i.Slug).HasMaxLength(100);
        idea.HasIndex(i => i.Slug).IsUnique();
        idea.Property(i => i.Title).HasMaxLength(IdeaContent.TitleLimit);
        idea.Property(i => i.Summary).HasMaxLength(IdeaContent.SummaryLimit);
        idea.Property(i => i.Language).HasMaxLength(10);
        idea.Property(i => i.PlaceName).HasMaxLength(IdeaContent.LineLimit);
        idea.Property(i => i.PlaceSlug).HasMaxLength(100);
        idea.Property(i => i.ExternalId).HasMaxLength(200);
        idea.Property(i => i.Version).IsConcurrencyToken();
        idea.HasOne(i => i.ProposedBy).WithMany().HasForeignKey(i => i.ProposedById).OnDelete(DeleteBehavior.Restrict);
        idea.OwnsOne(i => i.Hiding, hiding => hiding.Property(h => h.Reason).HasMaxLength(IdeaContent.ReasonLimit));
        idea.OwnsOne(i => i.Retirement, retirement => retirement.Property(r => r.Reason).HasMaxLength(IdeaContent.ReasonLimit));
        idea.OwnsOne(i => i.Merging);
        idea.HasIndex(i => new { i.ProposedAt, i.Id });
        idea.HasIndex(i => new { i.AdaptedCount, i.ProposedAt, i.Id });
        idea.HasIndex(i => i.PlaceSlug);
        idea.HasIndex(i => i.ProposedById);
        idea.HasIndex(i => i.ExternalId).IsUnique();
        idea.HasMany(i => i.Labels).WithOne().HasForeignKey(l => l.IdeaId);
        idea.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.IdeaId);
        idea.HasMany(i => i.Revisions).WithOne().HasForeignKey(r => r.IdeaId);
        idea.HasMany(i => i.Translations).WithOne().HasForeignKey(t => t.IdeaId);
        idea.HasMany(i => i.Stories).WithOne().HasForeignKey(s => s.IdeaId);
    }

    public void Configure(EntityTypeBuilder<IdeaLabel> label)
    {
        label.ToTable("IdeaLabels").HasKey(l => new { l.IdeaId, l.Kind, l.Value });
        label.Property(l => l.Value).HasMaxLength(100);
        label.HasIndex(l => new { l.Kind, l.Value, l.IdeaId });
    }

    public void Configure(EntityTypeBuilder<IdeaStep> step)
    {
        step.ToTable("IdeaSteps");
        step.Property(s => s.Reason).HasMaxLength(IdeaContent.ReasonLimit);
        step.Property(s => s.References).HasMaxLength(IdeaStep.ReferencesLimit);
    }

    public void Configure(EntityTypeBuilder<IdeaRevision> revision)
    {
        revision.ToTable("IdeaRevisions");
        revision.Property(r => r.Content).HasJson();
        revision.HasIndex(r => new { r.IdeaId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdeaTranslation> translation)
    {
        translation.ToTable("IdeaTranslations").HasKey(t => new { t.IdeaId, t.Language });
        translation.Property(t => t.Language).HasMaxLength(10);
        translation.Property(t => t.Title).HasMaxLength(IdeaContent.TitleLimit);
        translation.Property(t => t.Summary).HasMaxLength(IdeaContent.SummaryLimit);
        translation.Property(t => t.Words).HasJson();
    }

    public void Configure(EntityTypeBuilder<IdeaStory> told)
    {
        told.ToTable("IdeaStories").HasKey(s => new { s.IdeaId, s.StoryId });
        told.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId);
    }

    public void Configure(EntityTypeBuilder<IdeaSlug> slug)
    {
        slug.ToTable("IdeaSlugs").HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(100);
        slug.HasOne<Idea>().WithMany().HasForeignKey(s => s.IdeaId);
    }

    public void Configure(EntityTypeBuilder<IdeaToTry> kept)
    {
        kept.ToTable("IdeasToTry").HasKey(k => new { k.MemberId, k.IdeaId });
        kept.Property(k => k.Note).HasMaxLength(IdeaToTry.NoteLimit);
        kept.HasOne<Member>().WithMany().HasForeignKey(k => k.MemberId);
        kept.HasOne<Idea>().WithMany().HasForeignKey(k => k.IdeaId);
    }

    public void Configure(EntityTypeBuilder<IdeaDraft> draft)
    {
        draft.ToTable("IdeaDrafts");
        draft.Property(d => d.Fields).HasJson();
        draft.HasOne<Member>().WithMany().HasForeignKey(d => d.AuthorId);
        draft.HasOne<Idea>().WithMany().HasForeignKey(d => d.IdeaId).OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => new { d.AuthorId, d.SavedAt });
    }

    public void Configure(EntityTypeBuilder<Adaptation> adaptation)
    {
        adaptation.ToTable("Adaptations");
        adaptation.Property(a => a.Plan).HasJson();
        adaptation.HasOne<Idea>().WithMany().HasForeignKey(a => a.IdeaId);
        adaptation.HasOne<Adaptation>().WithMany().HasForeignKey(a => a.FromId).OnDelete(DeleteBehavior.SetNull);
        adaptation.HasOne(a => a.Member).WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        adaptation.HasOne<Story>().WithMany().HasForeignKey(a => a.StoryId).OnDelete(DeleteBehavior.SetNull);
        // No foreign key: to add one, SQLite makes the table anew, outside of any transaction. A profile that is gone is not shown.
        adaptation.HasIndex(a => a.ListingId);
        adaptation.HasMany(a => a.Outcomes).WithOne().HasForeignKey(o => o.AdaptationId);
        adaptation.HasIndex(a => new { a.IdeaId, a.StartedAt });
        adaptation.HasIndex(a => a.MemberId);
    }

    public void Configure(EntityTypeBuilder<Outcome> outcome)
    {
        outcome.ToTable("Outcomes");
        outcome.Property(o => o.Told).HasJson();
        outcome.HasIndex(o => new { o.AdaptationId, o.At });
    }
}
