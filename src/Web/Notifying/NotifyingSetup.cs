using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Pages.Notifications;

namespace HealthDoers.Web.Notifying;

static class NotifyingSetup
{
    public static WebApplicationBuilder AddNotifying(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UnreadNews>();
        builder.Services.AddSingleton<IEventConsumer, Notifier>();
        builder.Services.AddHostedService<SettledNews>();
        builder.Services.AddHostedService<DigestRun>();
        builder.Services.AddSingleton<MailEnds>();
        builder.Services.AddSingleton<ILetterSource, NewsLetter>().AddSingleton<ILetterSource, DigestLetter>();
        builder.Services.AddScoped<NewsReader>().AddScoped<RulesWords>();
        builder.Services.AddScoped<IPersonalData, ConversationData>();
        builder.Services.AddLetters<NotificationsText>(NewsLetter.Letter, DigestLetter.Letter);
        return builder;
    }
}
