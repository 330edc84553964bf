using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class CommunityMappings :
    IEntityTypeConfiguration<Listing>,
    IEntityTypeConfiguration<ListingLabel>,
    IEntityTypeConfiguration<ListingRevision>,
    IEntityTypeConfiguration<ListingSlug>,
    IEntityTypeConfiguration<InitiativeTie>,
    IEntityTypeConfiguration<HubTie>,
    IEntityTypeConfiguration<TeamSeat>,
    IEntityTypeConfiguration<ListingClaim>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable("Listings");
        listing.Property(l => l.Slug).HasMaxLength(100);
        listing.HasIndex(l => l.Slug).IsUnique();
        listing.Property(l => l.Content).HasJson();
        listing.Property(l => l.Place!).HasPlace();
        listing.Property(l => l.Name).HasMaxLength(ListingContent.NameLimit);
        listing.Property(l => l.RegionName).HasMaxLength(ListingContent.LineLimit);
        listing.Property(l => l.RegionSlug).HasMaxLength(100);
        listing.Property(l => l.Version).IsConcurrencyToken();
        // Claims, invitations and hand-overs meet here: whoever comes second looks again.
        listing.Property(l => l.StewardId).IsConcurrencyToken();
        listing.OwnsOne(l => l.Hiding, hiding => hiding.Property(h => h.Reason).HasMaxLength(500));
        listing.HasOne<Member>().WithMany().HasForeignKey(l => l.StewardId).OnDelete(DeleteBehavior.SetNull);
        listing.HasIndex(l => new { l.Kind, l.Name });
        listing.HasIndex(l => new { l.Kind, l.RegionSlug });
        listing.HasMany(l => l.Labels).WithOne().HasForeignKey(l => l.ListingId);
        listing.HasMany(l => l.Revisions).WithOne().HasForeignKey(r => r.ListingId);
        listing.HasMany(l => l.Seats).WithOne().HasForeignKey(s => s.ListingId);
        listing.HasMany(l => l.Initiatives).WithOne().HasForeignKey(t => t.ListingId);
    }

    public void Configure(EntityTypeBuilder<ListingLabel> label)
    {
        label.ToTable("ListingLabels").HasKey(l => new { l.ListingId, l.Kind, l.Value });
        label.Property(l => l.Value).HasMaxLength(100);
        label.HasIndex(l => new { l.Kind, l.Value, l.ListingId });
    }

    public void Configure(EntityTypeBuilder<ListingRevision> revision)
    {
        revision.ToTable("ListingRevisions");
        revision.Property(r => r.Content).HasJson();
        revision.HasIndex(r => new { r.ListingId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ListingSlug> slug)
    {
        slug.ToTable("ListingSlugs").HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(100);
        slug.HasOne<Listing>().WithMany().HasForeignKey(s => s.ListingId);
    }

    public void Configure(EntityTypeBuilder<InitiativeTie> tie)
    {
        tie.ToTable("InitiativeTies").HasKey(t => new { t.ListingId, t.InitiativeId, t.Role });
        tie.HasOne<Listing>().WithMany().HasForeignKey(t => t.InitiativeId);
        tie.HasIndex(t => new { t.InitiativeId, t.Role });
    }

    public void Configure(EntityTypeBuilder<HubTie> tie)
    {
        tie.ToTable("ListingHubs").HasKey(t => new { t.ListingId, t.HubId });
        tie.HasOne<Listing>().WithMany().HasForeignKey(t => t.ListingId);
        tie.HasOne<Hub>().WithMany().HasForeignKey(t => t.HubId);
        tie.HasIndex(t => t.HubId);
    }

    public void Configure(EntityTypeBuilder<TeamSeat> seat)
    {
        seat.ToTable("TeamSeats");
        seat.Property(s => s.Role).HasMaxLength(ListingContent.LineLimit);
        seat.Property(s => s.OtherName).HasMaxLength(Member.NameLimit);
        seat.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId);
        seat.HasIndex(s => new { s.ListingId, s.MemberId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ListingClaim> claim)
    {
        claim.ToTable("ListingClaims");
        claim.Property(c => c.Who).HasMaxLength(ListingClaim.TextLimit);
        claim.Property(c => c.Proof).HasMaxLength(ListingClaim.TextLimit);
        claim.OwnsOne(c => c.Decision, decision => decision.Property(d => d.Reason).HasMaxLength(ListingClaim.TextLimit));
        claim.HasOne<Listing>().WithMany().HasForeignKey(c => c.ListingId);
        claim.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        claim.HasIndex(c => c.At);
    }
}
