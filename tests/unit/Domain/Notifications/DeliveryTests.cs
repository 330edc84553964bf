using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Notifications;

namespace HealthDoers.Tests.Domain.Notifications;

public sealed class DeliveryTests
{
    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    static readonly Guid Me = Guid.NewGuid(), Thing = Guid.NewGuid(), Hub = Guid.NewGuid(), Joe = Guid.NewGuid();

    [Fact]
    public void What_is_mine_comes_by_mail_at_once_and_what_I_follow_in_the_digest()
    {
        Assert.Equal(Noon, Decide(NotificationRules.Usual, Of(NotificationKind.Comment, NotificationReason.YourStory)).MailAt);
        Assert.Equal(Noon.AddHours(19), Decide(NotificationRules.Usual, Of(NotificationKind.Comment, NotificationReason.YouFollowStory)).DigestAt);
    }

    [Fact]
    public void A_message_in_a_room_leaves_time_to_be_read_there() =>
        Assert.Equal(Noon + Delivery.TimeToLook, Decide(NotificationRules.Usual, Of(NotificationKind.RoomMessage, NotificationReason.YouAreCalled)).MailAt);

    [Fact]
    public void Mail_waits_until_quiet_hours_end()
    {
        var rules = NotificationRules.Usual with { Quiet = new(new(11, 0), new(14, 0)) };

        Assert.Equal(Noon.AddHours(2), Decide(rules, Of(NotificationKind.Comment, NotificationReason.YourStory)).MailAt);
    }

    [Fact]
    public void A_muted_hub_is_silent_unless_the_story_has_a_rule_of_its_own()
    {
        var told = Of(NotificationKind.StoryPublished, NotificationReason.YouFollowHub);
        var muted = NotificationRules.Usual.With(new Subject(SubjectKind.Hub, Hub), Way.Nowhere);

        Assert.False(Decide(muted, told).InApp);
        Assert.Equal(Noon, Decide(muted.With(new Subject(SubjectKind.Story, Thing), Way.Mail), told).MailAt);
        Assert.NotNull(Decide(muted.With(new Subject(SubjectKind.Hub, Hub), null), told).DigestAt);
    }

    [Fact]
    public void A_topic_of_a_room_may_be_louder_than_its_room()
    {
        var told = Of(NotificationKind.RoomMessage, NotificationReason.YouAreCalled);
        var rules = NotificationRules.Usual.With(new Subject(SubjectKind.Room, Thing), Way.Nowhere).With(new Subject(SubjectKind.RoomTopic, Thing, "soil"), Way.App);

        Assert.True(Delivery.Decide(rules, told, Subject.Of(told, "soil"), null, Noon, WallClock.Utc).InApp);
        Assert.False(Delivery.Decide(rules, told, Subject.Of(told, "water"), null, Noon, WallClock.Utc).InApp);
    }

    [Fact]
    public void A_reminder_is_in_no_digest_because_it_would_come_too_late()
    {
        var rules = NotificationRules.Usual.With(NotificationGroup.Gatherings, Way.Digest);

        Assert.Equal(new(true, null, null), Decide(rules, Of(NotificationKind.GatheringSoon, NotificationReason.YouCome)));
        Assert.NotNull(Decide(rules, Of(NotificationKind.GatheringEdited, NotificationReason.YouCome)).DigestAt);
    }

    [Fact]
    public void Decisions_about_me_and_what_waits_on_me_stand_in_the_app_whatever_I_chose()
    {
        var any = from kind in Gen.Elements(Enum.GetValues<NotificationKind>().Where(k => k.MustBeShown()).ToArray())
                  from why in Gen.Elements(Enum.GetValues<NotificationReason>())
                  from rules in AnyRules
                  select (Of(kind, why), rules);

        Prop.ForAll(any.ToArbitrary(), one => Decide(one.rules, one.Item1).InApp).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_the_rules_it_goes_one_way_and_never_before_now()
    {
        var any = from kind in Gen.Elements(Enum.GetValues<NotificationKind>())
                  from why in Gen.Elements(Enum.GetValues<NotificationReason>())
                  from rules in AnyRules
                  select (Of(kind, why), rules);

        Prop.ForAll(any.ToArbitrary(), one =>
        {
            var delivery = Decide(one.rules, one.Item1);
            return (delivery.MailAt is null || delivery.DigestAt is null) && (delivery.InApp || delivery is { MailAt: null, DigestAt: null })
                && (delivery.MailAt is null || delivery.MailAt >= Noon) && (delivery.DigestAt is null || delivery.DigestAt > Noon);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ending_the_mails_of_a_group_leaves_them_in_the_app_and_ending_the_digest_empties_it()
    {
        var rules = NotificationRules.Usual.With(new Subject(SubjectKind.Hub, Hub), Way.Digest);

        Assert.Equal(Way.App, rules.WithoutMail(NotificationGroup.Answers).WayOf(NotificationGroup.Answers));
        Assert.Equal(Way.App, rules.WithoutDigest().WayOf(NotificationGroup.Follows));
        Assert.Equal(Way.App, rules.WithoutDigest().ExceptionFor(new(SubjectKind.Hub, Hub)));
        Assert.Equal(Way.Mail, rules.WithoutDigest().WayOf(NotificationGroup.Answers));
    }

    static Gen<NotificationRules> AnyRules =>
        from ways in Gen.ListOf(from g in Gen.Elements(Enum.GetValues<NotificationGroup>()) from w in Gen.Elements(Enum.GetValues<Way>()) select (g, w))
        from exceptions in Gen.ListOf(from s in Gen.Elements(Enum.GetValues<SubjectKind>()) from id in Gen.Elements(Thing, Hub, Joe) from w in Gen.Elements(Enum.GetValues<Way>()) select (new Subject(s, id), w))
        select exceptions.Aggregate(ways.Aggregate(NotificationRules.Usual, (rules, way) => rules.With(way.g, way.w)), (rules, one) => rules.With(one.Item1, one.w));

    static Notification Of(NotificationKind kind, NotificationReason why) => new(Me, 1, kind, why, Thing, Noon) { ActorId = Joe, ViaId = Hub };

    static Delivery Decide(NotificationRules rules, Notification told) => Delivery.Decide(rules, told, Subject.Of(told), null, Noon, WallClock.Utc);
}
