using HealthDoers.Web.Access.PersonalData;

namespace HealthDoers.Web.Pages.Mentoring;

static class MentoringSetup
{
    public static void AddMentoring(this IServiceCollection services)
    {
        services.AddScoped<WishReader>().AddScoped<MatchReader>().AddScoped<MatchWords>().AddScoped<PactMaking>().AddScoped<PactVisit>().AddScoped<PactOfRoom>().AddScoped<PactTalk>().AddScoped<PactMeetings>();
        services.AddScoped<IPersonalData, MentoringData>();
    }
}

static class MentoringAddress
{
    public static string OfPact(Guid id) => $"/mentoring/{id}";

    public static string OfRequest(Guid id) => $"/mentoring/requests/{id}";

    /// <param name="mine">What I have: whoever asks proposes to a mentor, whoever offers proposes to somebody who asks.</param>
    public static string OfProposal(Domain.Mentoring.WishKind mine, string handle) => $"/mentoring/{KindOf(mine)}/{handle}";

    public static string KindOf(Domain.Mentoring.WishKind kind) => kind == Domain.Mentoring.WishKind.Ask ? "ask" : "offer";
}
