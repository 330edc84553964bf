using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class TalkMappings : IEntityTypeConfiguration<TalkRequest>, IEntityTypeConfiguration<TalkBlock>
{
    public void Configure(EntityTypeBuilder<TalkRequest> request)
    {
        request.ToTable("TalkRequests");
        request.Property(r => r.Words).HasMaxLength(TalkRequest.WordsLimit);
        request.OwnsOne(r => r.Answer);
        request.HasOne<Member>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<Member>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Cascade);
        request.HasIndex(r => new { r.FromId, r.At });
        request.HasIndex(r => new { r.ToId, r.At });
    }

    public void Configure(EntityTypeBuilder<TalkBlock> block)
    {
        block.ToTable("TalkBlocks").HasKey(b => new { b.ById, b.OtherId });
        block.HasOne<Member>().WithMany().HasForeignKey(b => b.ById).OnDelete(DeleteBehavior.Cascade);
        block.HasOne<Member>().WithMany().HasForeignKey(b => b.OtherId).OnDelete(DeleteBehavior.Cascade);
        block.HasIndex(b => b.OtherId);
    }
}
