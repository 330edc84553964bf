using System.Reflection;
using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Resources;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Searches;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Data.Starter;
using HealthDoers.Web.Files;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Notifying.Push;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthDoers.Web.Data;

/// <summary>
/// The one database. Events that entities raise become rows in the same transaction; see
/// <see cref="SaveChangesAsync(bool, CancellationToken)"/>.
/// </summary>
public abstract class AppDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Member> Members => Set<Member>();
    public DbSet<HandleClaim> HandleClaims => Set<HandleClaim>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<StorySlug> StorySlugs => Set<StorySlug>();
    public DbSet<StoryDraft> StoryDrafts => Set<StoryDraft>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageMark> MessageMarks => Set<MessageMark>();
    public DbSet<MessageVersion> MessageVersions => Set<MessageVersion>();
    public DbSet<MessageFile> MessageFiles => Set<MessageFile>();
    public DbSet<PollVote> PollVotes => Set<PollVote>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<Star> Stars => Set<Star>();
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();
    public DbSet<RoomMembership> RoomMemberships => Set<RoomMembership>();
    public DbSet<RoomAgreement> RoomAgreements => Set<RoomAgreement>();
    public DbSet<RoomTopic> RoomTopics => Set<RoomTopic>();
    public DbSet<TopicTie> TopicTies => Set<TopicTie>();
    public DbSet<TopicWatch> TopicWatches => Set<TopicWatch>();
    public DbSet<Hub> Hubs => Set<Hub>();
    public DbSet<HubSlug> HubSlugs => Set<HubSlug>();
    public DbSet<HubTerm> HubTerms => Set<HubTerm>();
    public DbSet<HubAgreement> HubAgreements => Set<HubAgreement>();
    public DbSet<HubMembership> HubMemberships => Set<HubMembership>();
    public DbSet<HubShare> HubShares => Set<HubShare>();
    public DbSet<HubDecision> HubDecisions => Set<HubDecision>();
    public DbSet<HubFounding> HubFoundings => Set<HubFounding>();
    public DbSet<MapEntry> MapEntries => Set<MapEntry>();
    public DbSet<PlaceKey> PlaceKeys => Set<PlaceKey>();
    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<IdeaSlug> IdeaSlugs => Set<IdeaSlug>();
    public DbSet<IdeaDraft> IdeaDrafts => Set<IdeaDraft>();
    public DbSet<Adaptation> Adaptations => Set<Adaptation>();
    public DbSet<IdeaToTry> IdeasToTry => Set<IdeaToTry>();
    public DbSet<Gathering> Gatherings => Set<Gathering>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<Rsvp> Rsvps => Set<Rsvp>();
    public DbSet<SeriesAnswer> SeriesAnswers => Set<SeriesAnswer>();
    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<AskedTerm> AskedTerms => Set<AskedTerm>();
    public DbSet<GlossaryTerm> GlossaryTerms => Set<GlossaryTerm>();
    public DbSet<Listing> Listings => Set<Listing>();
    public DbSet<ListingSlug> ListingSlugs => Set<ListingSlug>();
    public DbSet<ListingClaim> ListingClaims => Set<ListingClaim>();
    public DbSet<TeamSeat> TeamSeats => Set<TeamSeat>();
    public DbSet<HubTie> HubTies => Set<HubTie>();
    public DbSet<PeerTeam> PeerTeams => Set<PeerTeam>();
    public DbSet<TeamPlace> TeamPlaces => Set<TeamPlace>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<Spotlight> Spotlights => Set<Spotlight>();

    public DbSet<MentoringWish> MentoringWishes => Set<MentoringWish>();
    public DbSet<MentoringPass> MentoringPasses => Set<MentoringPass>();
    public DbSet<MentoringRequest> MentoringRequests => Set<MentoringRequest>();
    public DbSet<Pact> Pacts => Set<Pact>();
    public DbSet<VisitOffer> VisitOffers => Set<VisitOffer>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<TalkRequest> TalkRequests => Set<TalkRequest>();
    public DbSet<TalkBlock> TalkBlocks => Set<TalkBlock>();

    public DbSet<StarterMark> StarterMarks => Set<StarterMark>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<StoryResponse> StoryResponses => Set<StoryResponse>();
    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationSettings> NotificationSettings => Set<NotificationSettings>();
    public DbSet<LastDigest> LastDigests => Set<LastDigest>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ModerationRecord> ModerationRecords => Set<ModerationRecord>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<SignInTry> SignInTries => Set<SignInTry>();
    public DbSet<PersonalToken> PersonalTokens => Set<PersonalToken>();
    public DbSet<CarriedForm> CarriedForms => Set<CarriedForm>();
    public DbSet<QueuedMail> OutgoingMails => Set<QueuedMail>();
    public DbSet<InboundLetter> InboundLetters => Set<InboundLetter>();
    public DbSet<MailTrouble> MailTroubles => Set<MailTrouble>();
    public DbSet<KeptKey> KeptKeys => Set<KeptKey>();
    public DbSet<PushDevice> PushDevices => Set<PushDevice>();
    public DbSet<QueuedPush> QueuedPushes => Set<QueuedPush>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<SearchMatch> SearchMatches => Set<SearchMatch>();
    public DbSet<LayWordEdit> LayWordEdits => Set<LayWordEdit>();
    public DbSet<UnansweredWords> UnansweredWords => Set<UnansweredWords>();

    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<ConsumerCursor> Cursors => Set<ConsumerCursor>();
    public DbSet<ParkedEvent> ParkedEvents => Set<ParkedEvent>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Deleted in the open transaction: no longer tracked once they are saved, and what they raised is still to be stored.
    readonly List<Entity> _leaving = [];

    WriteGate Gate => this.GetService<WriteGate>();
    EventBell Bell => this.GetService<EventBell>();
    TimeProvider Clock => this.GetService<TimeProvider>();

    /// <summary>Saves, and stores what the entities raised; behind the gate where the provider takes one writer.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            KeepLeaving();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await Gate.EnterAsync(cancellationToken);
        return await SaveWithEventsAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: the write gate and the event numbers need it.");

    /// <summary>Several saves that stand or fall together. Events of all of them are numbered just before the commit.</summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var turn = await Gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        _leaving.Clear(); // of a transaction that failed
        var result = await work();
        KeepLeaving();
        await base.SaveChangesAsync(true, cancellationToken);
        var happened = await WriteEventsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (happened.Count > 0)
            Bell.Ring(happened);
        return result;
    }

    /// <summary>The same, one after the other on all nodes: what <paramref name="work"/> reads is still so when it is committed.</summary>
    public Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default) => InTransactionAsync(async () =>
    {
        await BeforeNumberingAsync(cancellationToken);
        return await work();
    }, cancellationToken);

    /// <summary>Stores an event that no entity raises: the wish of an operator.</summary>
    public Task<int> RaiseAsync(DomainEvent happened, CancellationToken cancellationToken = default) => InTransactionAsync(async () =>
    {
        await BeforeNumberingAsync(cancellationToken);
        Events.Add(EventRow.Of(happened, Clock.GetUtcNow()));
        return await SaveChangesAsync(true, cancellationToken);
    }, cancellationToken);

    /// <summary>Brings the schema up to date; of several nodes that start at once, one does and the others wait for it.</summary>
    public virtual Task MigrateAloneAsync(CancellationToken cancellationToken) => Database.MigrateAsync(cancellationToken);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
        {
            entity.FindProperty(nameof(Entity.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (entity.BaseType is null)
                builder.Entity(entity.ClrType).Ignore(nameof(Entity.Raised));
        }
    }

    /// <summary>What this provider must do so that event numbers become visible in order.</summary>
    protected abstract Task BeforeNumberingAsync(CancellationToken cancellationToken);

    /// <summary>True where one save is one serial transaction, so rows and events may be written in one go.</summary>
    protected abstract bool WritersAreSerial { get; }

    async Task<int> SaveWithEventsAsync(bool acceptAll, CancellationToken cancellationToken)
    {
        var raisers = Raisers();
        if (raisers.Count == 0)
            return await base.SaveChangesAsync(acceptAll, cancellationToken);

        int saved;
        var happened = Happened(raisers);
        if (WritersAreSerial)
        {
            var rows = Number(happened);
            Events.AddRange(rows);
            try
            {
                saved = await base.SaveChangesAsync(acceptAll, cancellationToken);
            }
            finally
            {
                foreach (var row in rows)
                    Entry(row).State = EntityState.Detached;
            }
            Forget(raisers);
        }
        else
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            _leaving.Clear();
            KeepLeaving();
            saved = await base.SaveChangesAsync(acceptAll, cancellationToken);
            await WriteEventsAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        Bell.Ring(happened);
        return saved;
    }

    /// <summary>Inside an open transaction: draws the numbers last, as late as can be.</summary>
    async Task<List<DomainEvent>> WriteEventsAsync(CancellationToken cancellationToken)
    {
        var raisers = Raisers();
        var happened = Happened(raisers);
        if (happened.Count == 0)
            return happened;
        await BeforeNumberingAsync(cancellationToken);
        var rows = Number(happened);
        Events.AddRange(rows);
        await base.SaveChangesAsync(true, cancellationToken);
        foreach (var row in rows)
            Entry(row).State = EntityState.Detached;
        Forget(raisers);
        return happened;
    }

    List<Entity> Raisers() => [.. ChangeTracker.Entries<Entity>().Select(e => e.Entity).Union(_leaving).Where(e => e.Raised.Count > 0)];

    void KeepLeaving() =>
        _leaving.AddRange(ChangeTracker.Entries<Entity>().Where(e => e.State == EntityState.Deleted && e.Entity.Raised.Count > 0).Select(e => e.Entity));

    static List<DomainEvent> Happened(List<Entity> raisers) => [.. raisers.SelectMany(e => e.Raised)];

    List<EventRow> Number(List<DomainEvent> happened)
    {
        var now = Clock.GetUtcNow();
        return [.. happened.Select(e => EventRow.Of(e, now))];
    }

    void Forget(List<Entity> raisers)
    {
        raisers.ForEach(e => e.ForgetRaised());
        _leaving.Clear();
    }
}
