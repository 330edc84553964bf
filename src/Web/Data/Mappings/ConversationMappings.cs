using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class ConversationMappings :
    IEntityTypeConfiguration<Comment>,
    IEntityTypeConfiguration<StoryResponse>,
    IEntityTypeConfiguration<Bookmark>,
    IEntityTypeConfiguration<Follow>,
    IEntityTypeConfiguration<Notification>,
    IEntityTypeConfiguration<NotificationSettings>,
    IEntityTypeConfiguration<LastDigest>,
    IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<ModerationRecord>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("Comments");
        comment.Property(c => c.Body).HasMaxLength(Comment.BodyLimit);
        comment.HasOne<Story>().WithMany().HasForeignKey(c => c.StoryId);
        comment.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.OwnsOne(c => c.Removal, removal => removal.Property(r => r.Reason).HasMaxLength(ModerationRecord.ReasonLimit));
        comment.HasIndex(c => new { c.StoryId, c.At });
        comment.HasIndex(c => c.AuthorId);
    }

    public void Configure(EntityTypeBuilder<StoryResponse> response)
    {
        response.ToTable("StoryResponses");
        response.Property(r => r.Note).HasMaxLength(StoryResponse.NoteLimit);
        response.HasOne<Story>().WithMany().HasForeignKey(r => r.StoryId);
        response.HasOne(r => r.Member).WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Cascade);
        response.HasIndex(r => new { r.StoryId, r.MemberId, r.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Bookmark> bookmark)
    {
        bookmark.ToTable("Bookmarks").HasKey(b => new { b.MemberId, b.StoryId });
        bookmark.HasOne<Member>().WithMany().HasForeignKey(b => b.MemberId);
        bookmark.HasOne<Story>().WithMany().HasForeignKey(b => b.StoryId);
    }

    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.ToTable("Follows").HasKey(f => new { f.MemberId, f.Kind, f.TargetId });
        follow.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId);
        follow.HasIndex(f => new { f.Kind, f.TargetId });
        follow.Property(f => f.Only!).HasJson();
    }

    public void Configure(EntityTypeBuilder<NotificationSettings> settings)
    {
        settings.ToTable("NotificationSettings").HasKey(s => s.MemberId);
        settings.Property(s => s.Rules).HasJson();
        settings.Property(s => s.Version).IsConcurrencyToken();
        settings.HasOne<Member>().WithOne().HasForeignKey<NotificationSettings>(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LastDigest> last)
    {
        last.ToTable("LastDigests").HasKey(l => l.MemberId);
        // Of two nodes that begin the same digest, one is too late.
        last.Property(l => l.On).IsConcurrencyToken();
        last.HasOne<Member>().WithOne().HasForeignKey<LastDigest>(l => l.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("Notifications");
        notification.HasOne<Member>().WithMany().HasForeignKey(n => n.MemberId);
        // In this order it also finds who has heard of an event already.
        notification.HasIndex(n => new { n.EventNumber, n.MemberId }).IsUnique();
        notification.HasIndex(n => new { n.MemberId, n.ReadAt });
        // Filtered, so that they hold the few that are asked for.
        notification.HasIndex(n => new { n.DigestAt, n.MemberId }).HasFilter("\"DigestAt\" IS NOT NULL");
        notification.HasIndex(n => n.DigestId).HasFilter("\"DigestId\" IS NOT NULL");
        notification.HasIndex(n => new { n.Kind, n.WaitsFor }).HasFilter("\"WaitsFor\" IS NOT NULL AND \"ReadAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("Reports");
        report.Property(r => r.Note).HasMaxLength(Report.NoteLimit);
        report.OwnsOne(r => r.Resolution, resolution => resolution.Property(r => r.Note).HasMaxLength(Report.NoteLimit));
        report.HasIndex(r => r.TargetId);
        report.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<ModerationRecord> record)
    {
        record.ToTable("ModerationRecords");
        record.Property(r => r.Reason).HasMaxLength(ModerationRecord.ReasonLimit);
        record.HasIndex(r => r.TargetId);
    }
}
