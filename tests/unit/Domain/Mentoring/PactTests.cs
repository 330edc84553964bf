using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Tests.Domain.Mentoring;

public sealed class PactTests
{
    static readonly DateTimeOffset Now = People.Monday;
    static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);
    static readonly PactPlan Plan = new() { Goal = "A garden at our school", EndsOn = Today.AddMonths(3) };

    readonly Member _ana = People.Ana();
    readonly Member _joe = People.Joe();

    [Fact]
    public void Nobody_mentors_themselves()
    {
        var ask = Wish(_ana, WishKind.Ask);
        Assert.Throws<RuleBrokenException>(() => new MentoringRequest(ask, Wish(_ana, WishKind.Offer), _ana, Plan, "", 0, Now));
    }

    [Fact]
    public void A_full_mentor_is_not_asked_and_does_not_accept()
    {
        var (ask, offer) = (Wish(_ana, WishKind.Ask), Wish(_joe, WishKind.Offer));
        Assert.Throws<RuleBrokenException>(() => new MentoringRequest(ask, offer, _ana, Plan, "", offer.Places, Now));
        var request = new MentoringRequest(ask, offer, _ana, Plan, "", 0, Now);
        Assert.Throws<RuleBrokenException>(() => request.Accept(ask, offer, _joe, offer.Places, Now));
        Assert.Null(request.Answer);
    }

    [Fact]
    public void An_end_lies_in_the_future_and_within_two_years()
    {
        Assert.Throws<RuleBrokenException>(() => (Plan with { EndsOn = Today }).Check(Today));
        Assert.Throws<RuleBrokenException>(() => (Plan with { EndsOn = Today.AddMonths(25) }).Check(Today));
        (Plan with { EndsOn = Today.AddDays(1) }).Check(Today);
    }

    [Fact]
    public void Only_the_one_who_was_asked_answers()
    {
        var (ask, offer) = (Wish(_ana, WishKind.Ask), Wish(_joe, WishKind.Offer));
        var request = new MentoringRequest(ask, offer, _ana, Plan, "", 0, Now);
        Assert.Throws<RuleBrokenException>(() => request.Accept(ask, offer, _ana, 0, Now));
        request.Accept(ask, offer, _joe, 0, Now);
        Assert.Equal(RequestAnswerKind.Accepted, request.Answer!.Kind);
    }

    [Fact]
    public void A_no_is_told_to_nobody_and_looks_like_no_answer()
    {
        var request = new MentoringRequest(Wish(_ana, WishKind.Ask), Wish(_joe, WishKind.Offer), _ana, Plan, "", 0, Now);
        request.ForgetRaised();
        request.Decline(_joe, Now);
        Assert.Empty(request.Raised);
        Assert.True(request.SeemsOpenAt(Now.AddDays(1)));
        Assert.False(request.IsOpenAt(Now.AddDays(1)));
        Assert.False(request.SeemsOpenAt(Now + MentoringRequest.Waits));
    }

    [Fact]
    public void An_old_request_cannot_be_accepted()
    {
        var (ask, offer) = (Wish(_ana, WishKind.Ask), Wish(_joe, WishKind.Offer));
        var request = new MentoringRequest(ask, offer, _ana, Plan, "", 0, Now);
        Assert.Throws<RuleBrokenException>(() => request.Accept(ask, offer, _joe, 0, Now + MentoringRequest.Waits));
    }

    [Fact]
    public void Only_its_people_work_on_a_pact()
    {
        var pact = MakePact();
        Assert.Throws<RuleBrokenException>(() => pact.Ask("Why?", Guid.NewGuid(), People.Editor(), Now));
        Assert.Throws<RuleBrokenException>(() => pact.EndBy(People.Editor(), Now));
        Assert.Equal("Why?", pact.Ask("Why?", Guid.NewGuid(), _ana, Now).Words);
    }

    [Fact]
    public void The_same_question_again_gets_a_topic_of_its_own()
    {
        var pact = MakePact();
        pact.Ask("Why so few?", Guid.NewGuid(), _ana, Now);
        Assert.Equal("Why so few? (2)", pact.TopicOf("Why so few?"));
        Assert.Equal("Why so many?", pact.TopicOf("Why so many?"));
    }

    [Fact]
    public void An_answered_question_can_be_opened_again()
    {
        var pact = MakePact();
        var question = pact.Ask("Why so few?", Guid.NewGuid(), _ana, Now);
        question.Answer(pact, "Ask the drivers first.", _joe, Now);
        Assert.Equal(Now, question.AnsweredAt);
        question.OpenAgain(pact, _ana);
        Assert.Null(question.AnsweredAt);
        Assert.Equal("Ask the drivers first.", question.Helped);
    }

    [Fact]
    public void Notes_written_from_an_old_state_overwrite_nothing()
    {
        var pact = MakePact();
        pact.WriteNotes("Ana's", 0, _ana);
        Assert.Throws<StaleEditException>(() => pact.WriteNotes("Joe's", 0, _joe));
        Assert.Equal("Ana's", pact.Notes);
    }

    [Fact]
    public void An_ended_pact_takes_no_work_and_can_be_taken_up_again()
    {
        var pact = MakePact();
        pact.Learn(new() { WhatChanged = "We count now." }, _ana, Now);
        pact.EndBy(_ana, Now);
        Assert.Throws<RuleBrokenException>(() => pact.Aim("Water", null, _ana));
        pact.Learn(new() { WhatChanged = "I listen more." }, _joe, Now);
        pact.GoOn(_joe, Now.AddYears(1));
        Assert.True(pact.IsOpen);
        Assert.True(pact.Plan.EndsOn > Today.AddYears(1));
        Assert.Equal(2, pact.Learnings.Count);
    }

    [Fact]
    public void When_one_of_two_is_erased_their_words_go_and_the_pact_ends()
    {
        var pact = MakePact();
        pact.Ask("Why so few?", Guid.NewGuid(), _ana, Now);
        pact.Learn(new() { WhatChanged = "We count now." }, _ana, Now);
        pact.Forget(_ana.Id, Now);
        Assert.False(pact.IsOpen);
        Assert.Empty(pact.Learnings);
        Assert.DoesNotContain("few", pact.Questions[0].Words, StringComparison.Ordinal);
        Assert.Throws<RuleBrokenException>(() => pact.GoOn(_joe, Now));
    }

    static MentoringWish Wish(Member member, WishKind kind) => new(member, kind, new() { Topics = ["food-access"], Languages = ["en"] }, Now);

    Pact MakePact()
    {
        var pact = new Pact(Wish(_joe, WishKind.Offer), Guid.NewGuid(), Plan, Now);
        pact.Join(Wish(_ana, WishKind.Ask), _ana.Id, Now);
        return pact;
    }
}
