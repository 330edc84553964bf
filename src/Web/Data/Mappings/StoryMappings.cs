using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class StoryMappings :
    IEntityTypeConfiguration<Story>,
    IEntityTypeConfiguration<StoryLabel>,
    IEntityTypeConfiguration<StandingStep>,
    IEntityTypeConfiguration<StoryRevision>,
    IEntityTypeConfiguration<StoryTranslation>,
    IEntityTypeConfiguration<StoryConsent>,
    IEntityTypeConfiguration<StorySlug>,
    IEntityTypeConfiguration<StoryDraft>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("Stories");
        story.Property(s => s.Content).HasJson();
        story.Property(s => s.Slug).HasMaxLength(100);
        story.HasIndex(s => s.Slug).IsUnique();
        story.Property(s => s.Title).HasMaxLength(StoryContent.TitleLimit);
        story.Property(s => s.Summary).HasMaxLength(StoryContent.SummaryLimit);
        story.Property(s => s.Language).HasMaxLength(10);
        story.Property(s => s.Organisation).HasMaxLength(StoryContent.LineLimit);
        story.Property(s => s.PlaceName).HasMaxLength(StoryContent.LineLimit);
        story.Property(s => s.PlaceSlug).HasMaxLength(100);
        story.Property(s => s.Artwork).HasMaxLength(20);
        story.Property(s => s.FirstPicture).HasMaxLength(64);
        story.Property(s => s.ExternalId).HasMaxLength(200);
        story.Property(s => s.Version).IsConcurrencyToken();
        story.HasOne(s => s.Author).WithMany().HasForeignKey(s => s.AuthorId).OnDelete(DeleteBehavior.Restrict);
        story.OwnsOne(s => s.Withdrawal);
        story.OwnsOne(s => s.Hiding, hiding => hiding.Property(h => h.Reason).HasMaxLength(500));
        story.OwnsOne(s => s.Featuring, featuring => featuring.HasIndex(f => f.Until));
        story.HasIndex(s => new { s.PublishedAt, s.Id });
        story.HasIndex(s => new { s.Kind, s.PublishedAt, s.Id });
        story.HasIndex(s => s.PlaceSlug);
        story.HasIndex(s => s.AuthorId);
        story.HasIndex(s => new { s.ListingId, s.PublishedAt });
        story.HasIndex(s => s.ExternalId).IsUnique();
        story.HasMany(s => s.Labels).WithOne().HasForeignKey(l => l.StoryId);
        story.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.StoryId);
        story.HasMany(s => s.Revisions).WithOne().HasForeignKey(r => r.StoryId);
        story.HasMany(s => s.Translations).WithOne().HasForeignKey(t => t.StoryId);
        story.HasMany(s => s.Consents).WithOne().HasForeignKey(c => c.StoryId);
    }

    public void Configure(EntityTypeBuilder<StoryLabel> label)
    {
        label.ToTable("StoryLabels").HasKey(l => new { l.StoryId, l.Kind, l.Value });
        label.Property(l => l.Value).HasMaxLength(100);
        label.HasIndex(l => new { l.Kind, l.Value, l.StoryId });
    }

    public void Configure(EntityTypeBuilder<StandingStep> step)
    {
        step.ToTable("StandingSteps");
        step.Property(s => s.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<StoryRevision> revision)
    {
        revision.ToTable("StoryRevisions");
        revision.Property(r => r.Content).HasJson();
        revision.HasIndex(r => new { r.StoryId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StoryTranslation> translation)
    {
        translation.ToTable("StoryTranslations").HasKey(t => new { t.StoryId, t.Language });
        translation.Property(t => t.Language).HasMaxLength(10);
        translation.Property(t => t.Title).HasMaxLength(StoryContent.TitleLimit);
        translation.Property(t => t.Summary).HasMaxLength(StoryContent.SummaryLimit);
        translation.Property(t => t.Words).HasJson();
    }

    public void Configure(EntityTypeBuilder<StoryConsent> consent)
    {
        consent.ToTable("StoryConsents");
        consent.Property(c => c.Who).HasMaxLength(StoryConsent.WhoLimit);
        consent.Property(c => c.Picture).HasMaxLength(64);
        consent.Property(c => c.ActedOnAt).IsConcurrencyToken();
        consent.HasIndex(c => c.Until);
    }

    public void Configure(EntityTypeBuilder<StorySlug> slug)
    {
        slug.ToTable("StorySlugs").HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(100);
        slug.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId);
    }

    public void Configure(EntityTypeBuilder<StoryDraft> draft)
    {
        draft.ToTable("StoryDrafts");
        draft.Property(d => d.Fields).HasJson();
        // Two uploads at once: the second begins again, and none is lost.
        draft.Property(d => d.Pictures).HasJson().IsConcurrencyToken();
        draft.Property(d => d.VideoFile).HasMaxLength(64);
        draft.HasIndex(d => new { d.AuthorId, d.SavedAt });
    }
}
