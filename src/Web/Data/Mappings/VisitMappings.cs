using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class VisitMappings :
    IEntityTypeConfiguration<VisitOffer>,
    IEntityTypeConfiguration<Visit>,
    IEntityTypeConfiguration<VisitQuestion>,
    IEntityTypeConfiguration<VisitTakeaway>
{
    public void Configure(EntityTypeBuilder<VisitOffer> offer)
    {
        offer.ToTable("VisitOffers");
        offer.Property(o => o.Terms).HasJson();
        offer.HasOne(o => o.Host).WithMany().HasForeignKey(o => o.HostId).OnDelete(DeleteBehavior.Cascade);
        offer.HasIndex(o => new { o.HostId, o.WithdrawnAt });
        offer.HasIndex(o => new { o.WithdrawnAt, o.OfferedAt });
    }

    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("Visits");
        visit.Property(v => v.Ask).HasJson();
        visit.OwnsOne(v => v.Answer, answer => answer.Property(a => a.Words).HasMaxLength(VisitAnswer.WordsLimit));
        visit.OwnsOne(v => v.CalledOff, ending => ending.Property(e => e.Words).HasMaxLength(VisitAnswer.WordsLimit));
        visit.OwnsOne(v => v.Report);
        visit.HasOne<VisitOffer>().WithMany().HasForeignKey(v => v.OfferId).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne(v => v.Host).WithMany().HasForeignKey(v => v.HostId).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne(v => v.Guest).WithMany().HasForeignKey(v => v.GuestId).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne<Gathering>().WithMany().HasForeignKey(v => v.GatheringId).OnDelete(DeleteBehavior.SetNull);
        visit.HasMany(v => v.Questions).WithOne().HasForeignKey(q => q.VisitId).OnDelete(DeleteBehavior.Cascade);
        visit.HasMany(v => v.Takeaways).WithOne().HasForeignKey(t => t.VisitId).OnDelete(DeleteBehavior.Cascade);
        visit.HasIndex(v => v.HostId);
        visit.HasIndex(v => v.GuestId);
        visit.HasIndex(v => v.OfferId);
    }

    public void Configure(EntityTypeBuilder<VisitQuestion> question)
    {
        question.ToTable("VisitQuestions");
        question.Property(q => q.Words).HasMaxLength(VisitQuestion.WordsLimit);
        question.Property(q => q.Answer).HasMaxLength(VisitQuestion.AnswerLimit);
    }

    public void Configure(EntityTypeBuilder<VisitTakeaway> takeaway)
    {
        takeaway.ToTable("VisitTakeaways");
        takeaway.Property(t => t.Words).HasMaxLength(VisitTakeaway.WordsLimit);
        takeaway.HasOne<Idea>().WithMany().HasForeignKey(t => t.IdeaId).OnDelete(DeleteBehavior.SetNull);
    }
}
