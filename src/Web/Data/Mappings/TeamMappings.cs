using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class TeamMappings : IEntityTypeConfiguration<PeerTeam>, IEntityTypeConfiguration<TeamPlace>
{
    public void Configure(EntityTypeBuilder<PeerTeam> team)
    {
        team.ToTable("PeerTeams");
        team.Property(t => t.Slug).HasMaxLength(Room.SlugLimit);
        team.HasIndex(t => t.Slug).IsUnique();
        team.OwnsOne(t => t.Words, words =>
        {
            words.Property(w => w.Name).HasMaxLength(TeamWords.NameLimit);
            words.Property(w => w.Shares).HasMaxLength(TeamWords.SharesLimit);
            words.Property(w => w.Language).HasMaxLength(10);
        });
        team.OwnsOne(t => t.Coach, coach => coach.HasIndex(c => c.MemberId));
        team.OwnsOne(t => t.Ending);
        team.OwnsOne(t => t.Hiding, hiding => hiding.Property(h => h.Reason).HasMaxLength(500));
        team.HasOne<Room>().WithMany().HasForeignKey(t => t.RoomId).OnDelete(DeleteBehavior.Restrict);
        team.HasIndex(t => t.RoomId).IsUnique();
        team.HasMany(t => t.Places).WithOne().HasForeignKey(p => p.TeamId);
        team.Ignore(t => t.Taken).Ignore(t => t.Gaps);
    }

    public void Configure(EntityTypeBuilder<TeamPlace> place)
    {
        place.ToTable("TeamPlaces");
        place.HasOne<Listing>().WithMany().HasForeignKey(p => p.ListingId);
        // The last free place has one taker.
        place.HasIndex(p => new { p.TeamId, p.ListingId }).IsUnique();
    }
}
