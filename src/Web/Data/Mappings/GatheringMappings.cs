using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class GatheringMappings :
    IEntityTypeConfiguration<Gathering>,
    IEntityTypeConfiguration<GatheringLabel>,
    IEntityTypeConfiguration<GatheringHost>,
    IEntityTypeConfiguration<GatheringChange>,
    IEntityTypeConfiguration<Occurrence>,
    IEntityTypeConfiguration<Rsvp>,
    IEntityTypeConfiguration<SeriesAnswer>,
    IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<Gathering> gathering)
    {
        gathering.ToTable("Gatherings");
        gathering.Property(g => g.Slug).HasMaxLength(100);
        gathering.HasIndex(g => g.Slug).IsUnique();
        gathering.Property(g => g.Content).HasJson();
        gathering.Property(g => g.Schedule).HasJson();
        gathering.Property(g => g.Place!).HasPlace();
        gathering.Property(g => g.Link).HasMaxLength(Gathering.LinkLimit);
        gathering.Property(g => g.Title).HasMaxLength(GatheringContent.TitleLimit);
        gathering.Property(g => g.Zone).HasMaxLength(Schedule.ZoneLimit);
        gathering.Property(g => g.ExternalId).HasMaxLength(200);
        gathering.HasIndex(g => g.ExternalId).IsUnique();
        gathering.Property(g => g.Version).IsConcurrencyToken();
        gathering.OwnsOne(g => g.Cancellation, cancelled => cancelled.Property(c => c.Reason).HasMaxLength(Gathering.ReasonLimit));
        gathering.OwnsOne(g => g.Hiding, hiding => hiding.Property(h => h.Reason).HasMaxLength(500));
        gathering.HasOne<Hub>().WithMany().HasForeignKey(g => g.HubId).OnDelete(DeleteBehavior.SetNull);
        gathering.HasOne<Listing>().WithMany().HasForeignKey(g => g.ListingId).OnDelete(DeleteBehavior.SetNull);
        gathering.HasMany(g => g.Labels).WithOne().HasForeignKey(l => l.GatheringId);
        gathering.HasMany(g => g.Hosts).WithOne().HasForeignKey(h => h.GatheringId);
        gathering.HasMany(g => g.Changes).WithOne().HasForeignKey(c => c.GatheringId);
        gathering.HasMany(g => g.Occurrences).WithOne().HasForeignKey(o => o.GatheringId);
    }

    public void Configure(EntityTypeBuilder<GatheringLabel> label)
    {
        label.ToTable("GatheringLabels").HasKey(l => new { l.GatheringId, l.Kind, l.Value });
        label.Property(l => l.Value).HasMaxLength(100);
        label.HasIndex(l => new { l.Kind, l.Value, l.GatheringId });
    }

    public void Configure(EntityTypeBuilder<GatheringHost> host)
    {
        host.ToTable("GatheringHosts").HasKey(h => new { h.GatheringId, h.MemberId });
        host.HasOne<Member>().WithMany().HasForeignKey(h => h.MemberId).OnDelete(DeleteBehavior.Cascade);
        host.HasIndex(h => h.MemberId);
    }

    public void Configure(EntityTypeBuilder<GatheringChange> change)
    {
        change.ToTable("GatheringChanges");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Parts).HasJson();
        change.Property(c => c.Before!).HasJson();
        change.HasOne<Member>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Occurrence> occurrence)
    {
        occurrence.ToTable("Occurrences");
        // A time on a wall is in no zone, and each provider has its own idea of such a column.
        occurrence.Property(o => o.Start).HasConversion(start => start.Ticks, ticks => new DateTime(ticks, DateTimeKind.Unspecified));
        occurrence.OwnsOne(o => o.Cancellation, cancelled => cancelled.Property(c => c.Reason).HasMaxLength(Gathering.ReasonLimit));
        occurrence.OwnsOne(o => o.Outcome, outcome => outcome.Property(t => t.Words).HasMaxLength(Gathering.OutcomeLimit));
        // Two nodes remind at once: the second finds it done.
        occurrence.Property(o => o.DayTold).IsConcurrencyToken();
        occurrence.Property(o => o.HourTold).IsConcurrencyToken();
        occurrence.Ignore(o => o.Line);
        occurrence.HasMany(o => o.Rsvps).WithOne().HasForeignKey(r => r.OccurrenceId);
        occurrence.HasIndex(o => new { o.GatheringId, o.On }).IsUnique();
        occurrence.HasIndex(o => o.StartsAt);
        occurrence.HasIndex(o => o.EndsAt);
    }

    public void Configure(EntityTypeBuilder<Rsvp> rsvp)
    {
        rsvp.ToTable("Rsvps");
        rsvp.Property(r => r.Id).ValueGeneratedNever();
        rsvp.Property(r => r.Needs).HasMaxLength(Rsvp.NeedsLimit);
        rsvp.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Cascade);
        rsvp.HasIndex(r => new { r.OccurrenceId, r.MemberId }).IsUnique();
        rsvp.HasIndex(r => r.MemberId);
    }

    public void Configure(EntityTypeBuilder<SeriesAnswer> answer)
    {
        answer.ToTable("SeriesAnswers").HasKey(a => new { a.GatheringId, a.MemberId });
        answer.Property(a => a.Needs).HasMaxLength(Rsvp.NeedsLimit);
        answer.HasOne<Gathering>().WithMany().HasForeignKey(a => a.GatheringId);
        answer.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Cascade);
        answer.HasIndex(a => a.MemberId);
    }

    public void Configure(EntityTypeBuilder<CalendarKey> key)
    {
        key.ToTable("CalendarKeys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Hash).HasMaxLength(64);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => new { k.MemberId, k.Kind, k.TargetId }).IsUnique();
        key.HasOne<Member>().WithMany().HasForeignKey(k => k.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
