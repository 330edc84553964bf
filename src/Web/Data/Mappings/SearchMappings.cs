using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Searches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthDoers.Web.Data.Mappings;

sealed class SearchMappings :
    IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SearchMatch>, IEntityTypeConfiguration<LayWordEdit>, IEntityTypeConfiguration<UnansweredWords>
{
    const int FingerprintLength = 16;
    const int KindLength = 20;

    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("SavedSearches");
        search.Property(s => s.Name).HasMaxLength(SavedSearch.NameLimit);
        search.Property(s => s.Address).HasMaxLength(SavedSearch.AddressLimit);
        search.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
    }

    public void Configure(EntityTypeBuilder<SearchMatch> match)
    {
        match.ToTable("SearchMatches").HasKey(m => new { m.SearchId, m.Kind, m.ThingId });
        match.Property(m => m.Kind).HasMaxLength(KindLength);
        match.HasOne<SavedSearch>().WithMany().HasForeignKey(m => m.SearchId);
        match.HasIndex(m => new { m.SearchId, m.At });
    }

    public void Configure(EntityTypeBuilder<LayWordEdit> edit)
    {
        edit.ToTable("LayWordEdits");
        edit.Property(e => e.Phrase).HasMaxLength(LayWordEdit.PhraseLimit);
        edit.Property(e => e.Means).HasMaxLength(LayWordEdit.MeansLimit);
        edit.HasIndex(e => new { e.Phrase, e.At });
        edit.HasIndex(e => new { e.ById, e.At });
    }

    public void Configure(EntityTypeBuilder<UnansweredWords> words)
    {
        words.ToTable("UnansweredWords").HasKey(w => w.Fingerprint);
        words.Property(w => w.Fingerprint).HasMaxLength(FingerprintLength);
        words.Property(w => w.Words).HasMaxLength(UnansweredWords.WordsLimit);
        words.HasIndex(w => w.LastAsked);
    }
}
