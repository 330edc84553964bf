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
        builder.Services.AddSingleton<IEventConsumer, AnswerMail>();
        builder.Services.AddScoped<NewsReader>();
        builder.Services.AddScoped<IPersonalData, ConversationData>();
        builder.Services.AddLetters<NotificationsText>(AnswerMail.Letter);
        return builder;
    }
}
