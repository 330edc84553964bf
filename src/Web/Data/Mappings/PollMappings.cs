using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class PollMappings : IEntityTypeConfiguration<Poll>, IEntityTypeConfiguration<PollVote>
{
    public void Configure(EntityTypeBuilder<Poll> poll)
    {
        poll.ToTable("Polls").HasKey(p => p.MessageId);
        poll.Property(p => p.Options).HasJson();
        poll.Property(p => p.Sums).HasJson();
        poll.HasOne<Message>().WithOne(m => m.Poll).HasForeignKey<Poll>(p => p.MessageId);
        poll.HasMany(p => p.Votes).WithOne().HasForeignKey(v => v.MessageId);
    }

    // Random-looking as ids are, the rows still lie in the order in which people voted. Of a secret poll that order is
    // all that is there: the sums have none.
    public void Configure(EntityTypeBuilder<PollVote> vote)
    {
        vote.ToTable("PollVotes").HasKey(v => new { v.MessageId, v.MemberId });
        vote.Property(v => v.Weights!).HasJson();
        vote.HasOne(v => v.Member).WithMany().HasForeignKey(v => v.MemberId);
    }
}
