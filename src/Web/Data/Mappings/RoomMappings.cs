using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class RoomMappings :
    IEntityTypeConfiguration<Room>,
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<MessageVersion>,
    IEntityTypeConfiguration<MessageFile>,
    IEntityTypeConfiguration<Reaction>,
    IEntityTypeConfiguration<MessageMark>,
    IEntityTypeConfiguration<Star>,
    IEntityTypeConfiguration<ReadMark>,
    IEntityTypeConfiguration<RoomMembership>,
    IEntityTypeConfiguration<RoomAgreement>,
    IEntityTypeConfiguration<RoomTopic>,
    IEntityTypeConfiguration<TopicTie>,
    IEntityTypeConfiguration<TopicWatch>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("Rooms");
        room.Property(r => r.Slug).HasMaxLength(Room.SlugLimit);
        room.HasIndex(r => r.Slug).IsUnique();
        room.Property(r => r.Words).HasJson();
        room.Property(r => r.Pair).HasMaxLength(64);
        // The last word on one room for a pair, whoever asked whom on which node.
        room.HasIndex(r => r.Pair).IsUnique().HasFilter("\"Pair\" IS NOT NULL");
        // Numbers are handed out under the row's lock; this catches a writer who forgot to take it.
        room.Property(r => r.LastRev).IsConcurrencyToken();
        room.OwnsOne(r => r.Closing);
        room.HasOne(r => r.Hub).WithMany().HasForeignKey(r => r.HubId).OnDelete(DeleteBehavior.SetNull);
        room.HasMany(r => r.Memberships).WithOne().HasForeignKey(m => m.RoomId);
    }

    public void Configure(EntityTypeBuilder<RoomMembership> membership)
    {
        membership.ToTable("RoomMemberships");
        membership.Property(m => m.Words).HasMaxLength(RoomMembership.WordsLimit);
        membership.Property(m => m.State).IsConcurrencyToken();
        membership.HasOne(m => m.Member).WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
        membership.HasIndex(m => new { m.RoomId, m.MemberId }).IsUnique();
        membership.HasIndex(m => new { m.MemberId, m.State });
    }

    public void Configure(EntityTypeBuilder<RoomAgreement> agreement)
    {
        agreement.ToTable("RoomAgreements").HasKey(a => new { a.RoomId, a.Number });
        agreement.Property(a => a.Points).HasJson();
        agreement.Property(a => a.Language).HasMaxLength(10);
        agreement.HasOne<Room>().WithMany().HasForeignKey(a => a.RoomId);
    }

    public void Configure(EntityTypeBuilder<RoomTopic> topic)
    {
        topic.ToTable("RoomTopics").HasKey(t => new { t.RoomId, t.Name });
        topic.Property(t => t.Name).HasMaxLength(Posting.TopicLimit);
        topic.HasOne<Room>().WithMany().HasForeignKey(t => t.RoomId);
    }

    public void Configure(EntityTypeBuilder<TopicTie> tie)
    {
        tie.ToTable("TopicTies").HasKey(t => new { t.RoomId, t.Topic });
        tie.Property(t => t.Topic).HasMaxLength(Posting.TopicLimit);
        tie.HasOne<Room>().WithMany().HasForeignKey(t => t.RoomId);
        tie.HasIndex(t => t.TargetId);
    }

    public void Configure(EntityTypeBuilder<TopicWatch> watch)
    {
        watch.ToTable("TopicWatches").HasKey(w => new { w.RoomId, w.MemberId, w.Topic });
        watch.Property(w => w.Topic).HasMaxLength(Posting.TopicLimit);
        watch.Property(w => w.Seq).IsConcurrencyToken();
        watch.HasOne<Room>().WithMany().HasForeignKey(w => w.RoomId);
        watch.HasOne<Member>().WithMany().HasForeignKey(w => w.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Messages");
        message.Property(m => m.Topic).HasMaxLength(Posting.TopicLimit);
        message.Property(m => m.Body).HasMaxLength(Posting.BodyLimit);
        message.Property(m => m.ExternalId).HasMaxLength(200);
        message.OwnsOne(m => m.Deletion);
        message.OwnsOne(m => m.Pin);
        message.HasOne(m => m.Mark).WithOne().HasForeignKey<MessageMark>(m => m.MessageId);
        message.HasOne(m => m.Room).WithMany().HasForeignKey(m => m.RoomId);
        message.HasOne(m => m.Author).WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
        message.HasMany(m => m.Versions).WithOne().HasForeignKey(v => v.MessageId);
        message.HasMany(m => m.Files).WithOne().HasForeignKey(f => f.MessageId);
        message.HasMany(m => m.Reactions).WithOne().HasForeignKey(r => r.MessageId);
        message.HasIndex(m => new { m.RoomId, m.Seq }).IsUnique();
        message.HasIndex(m => new { m.RoomId, m.Rev }).IsUnique();
        message.HasIndex(m => new { m.RoomId, m.Topic, m.Seq });
        // Filtered, so that what is written here costs it nothing.
        message.HasIndex(m => new { m.RoomId, m.ExternalId }).IsUnique().HasFilter("\"ExternalId\" IS NOT NULL");
        // In this order it also finds, at once, which of a batch were posted before.
        message.HasIndex(m => new { m.RoomId, m.ClientId, m.AuthorId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MessageVersion> version)
    {
        version.ToTable("MessageVersions").HasKey(v => new { v.MessageId, v.Rev });
        version.Property(v => v.Body).HasMaxLength(Posting.BodyLimit);
    }

    public void Configure(EntityTypeBuilder<MessageFile> file)
    {
        file.ToTable("MessageFiles").HasKey(f => new { f.MessageId, f.Place });
        file.Property(f => f.File).HasMaxLength(64);
        file.Property(f => f.Name).HasMaxLength(PostedFile.NameLimit);
        file.Property(f => f.Description).HasMaxLength(PostedFile.DescriptionLimit);
        file.Property(f => f.ContentType).HasMaxLength(100);
        file.HasIndex(f => f.File);
    }

    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("Reactions").HasKey(r => new { r.MessageId, r.MemberId, r.Name });
        reaction.Property(r => r.Name).HasMaxLength(20);
        reaction.HasOne(r => r.Member).WithMany().HasForeignKey(r => r.MemberId);
    }

    public void Configure(EntityTypeBuilder<MessageMark> mark)
    {
        mark.ToTable("MessageMarks").HasKey(m => m.MessageId);
        mark.HasOne(m => m.Owner).WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.SetNull);
        mark.HasIndex(m => new { m.RoomId, m.Kind });
        mark.HasIndex(m => m.Due);
    }

    public void Configure(EntityTypeBuilder<Star> star)
    {
        star.ToTable("Stars").HasKey(s => new { s.MemberId, s.MessageId });
        star.HasOne<Message>().WithMany().HasForeignKey(s => s.MessageId);
        star.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReadMark> mark)
    {
        mark.ToTable("ReadMarks").HasKey(m => new { m.RoomId, m.MemberId });
        // Two devices of one member: the slower looks again, so the mark never moves back.
        mark.Property(m => m.Seq).IsConcurrencyToken();
        mark.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId);
        mark.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId);
    }
}
