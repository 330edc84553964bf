using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class RoomMappings :
    IEntityTypeConfiguration<Room>,
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<Reaction>,
    IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("Rooms");
        room.Property(r => r.Slug).HasMaxLength(Room.SlugLimit);
        room.HasIndex(r => r.Slug).IsUnique();
        room.Property(r => r.Words).HasJson();
        // Numbers are handed out under the row's lock; this catches a writer who forgot to take it.
        room.Property(r => r.LastRev).IsConcurrencyToken();
        room.OwnsOne(r => r.Closing);
    }

    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Messages");
        message.Property(m => m.Topic).HasMaxLength(Posting.TopicLimit);
        message.Property(m => m.Body).HasMaxLength(Posting.BodyLimit);
        message.Property(m => m.ExternalId).HasMaxLength(200);
        message.OwnsOne(m => m.Deletion);
        message.HasOne(m => m.Room).WithMany().HasForeignKey(m => m.RoomId);
        message.HasOne(m => m.Author).WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
        message.HasMany(m => m.Reactions).WithOne().HasForeignKey(r => r.MessageId);
        message.HasIndex(m => new { m.RoomId, m.Seq }).IsUnique();
        message.HasIndex(m => new { m.RoomId, m.Rev }).IsUnique();
        // Filtered, so that what is written here costs it nothing.
        message.HasIndex(m => new { m.RoomId, m.ExternalId }).IsUnique().HasFilter("\"ExternalId\" IS NOT NULL");
        // In this order it also finds, at once, which of a batch were posted before.
        message.HasIndex(m => new { m.RoomId, m.ClientId, m.AuthorId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("Reactions").HasKey(r => new { r.MessageId, r.MemberId, r.Name });
        reaction.Property(r => r.Name).HasMaxLength(20);
        reaction.HasOne(r => r.Member).WithMany().HasForeignKey(r => r.MemberId);
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
