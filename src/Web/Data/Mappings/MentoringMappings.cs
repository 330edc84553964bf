using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class MentoringMappings :
    IEntityTypeConfiguration<MentoringWish>,
    IEntityTypeConfiguration<MentoringPass>,
    IEntityTypeConfiguration<MentoringRequest>,
    IEntityTypeConfiguration<Pact>,
    IEntityTypeConfiguration<PactMember>,
    IEntityTypeConfiguration<PactQuestion>,
    IEntityTypeConfiguration<PactGoal>,
    IEntityTypeConfiguration<LearningNote>
{
    public void Configure(EntityTypeBuilder<MentoringWish> wish)
    {
        wish.ToTable("MentoringWishes");
        wish.Property(w => w.Terms).HasJson();
        wish.HasOne(w => w.Member).WithMany().HasForeignKey(w => w.MemberId).OnDelete(DeleteBehavior.Cascade);
        wish.HasOne<Listing>().WithMany().HasForeignKey(w => w.ListingId).OnDelete(DeleteBehavior.SetNull);
        wish.HasIndex(w => new { w.MemberId, w.Kind }).IsUnique();
        wish.HasIndex(w => new { w.Kind, w.RestsSince });
    }

    public void Configure(EntityTypeBuilder<MentoringPass> pass)
    {
        pass.ToTable("MentoringPasses").HasKey(p => new { p.ById, p.OtherId });
        pass.HasOne<Member>().WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Cascade);
        pass.HasOne<Member>().WithMany().HasForeignKey(p => p.OtherId).OnDelete(DeleteBehavior.Cascade);
        pass.HasIndex(p => p.OtherId);
    }

    public void Configure(EntityTypeBuilder<MentoringRequest> request)
    {
        request.ToTable("MentoringRequests");
        request.Property(r => r.Plan).HasJson();
        request.Property(r => r.Words).HasMaxLength(MentoringRequest.WordsLimit);
        request.OwnsOne(r => r.Answer);
        request.HasOne<MentoringWish>().WithMany().HasForeignKey(r => r.AskId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<MentoringWish>().WithMany().HasForeignKey(r => r.OfferId).OnDelete(DeleteBehavior.Cascade);
        request.HasIndex(r => r.FromId);
        request.HasIndex(r => r.ToId);
    }

    public void Configure(EntityTypeBuilder<Pact> pact)
    {
        pact.ToTable("Pacts");
        pact.Property(p => p.Plan).HasJson();
        pact.Property(p => p.NotesVersion).IsConcurrencyToken();
        pact.OwnsOne(p => p.Ending);
        pact.HasOne<Room>().WithMany().HasForeignKey(p => p.RoomId);
        pact.HasOne<MentoringWish>().WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.SetNull);
        pact.HasIndex(p => p.RoomId).IsUnique();
        pact.HasMany(p => p.Members).WithOne().HasForeignKey(m => m.PactId);
        pact.HasMany(p => p.Questions).WithOne().HasForeignKey(q => q.PactId);
        pact.HasMany(p => p.Goals).WithOne().HasForeignKey(g => g.PactId);
        pact.HasMany(p => p.Learnings).WithOne().HasForeignKey(l => l.PactId);
    }

    public void Configure(EntityTypeBuilder<PactMember> member)
    {
        member.ToTable("PactMembers").HasKey(m => new { m.PactId, m.MemberId });
        member.HasOne(m => m.Member).WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Listing>().WithMany().HasForeignKey(m => m.ListingId).OnDelete(DeleteBehavior.SetNull);
        member.HasIndex(m => m.MemberId);
        member.HasIndex(m => m.ListingId);
    }

    public void Configure(EntityTypeBuilder<PactQuestion> question)
    {
        question.ToTable("PactQuestions");
        question.Property(q => q.Words).HasMaxLength(PactQuestion.WordsLimit);
        question.Property(q => q.Helped).HasMaxLength(PactQuestion.HelpedLimit);
    }

    public void Configure(EntityTypeBuilder<PactGoal> goal)
    {
        goal.ToTable("PactGoals");
        goal.Property(g => g.Words).HasMaxLength(PactGoal.WordsLimit);
    }

    public void Configure(EntityTypeBuilder<LearningNote> note)
    {
        note.ToTable("LearningNotes");
        note.Property(n => n.Words).HasJson();
        note.HasIndex(n => new { n.PactId, n.ById }).IsUnique();
    }
}
