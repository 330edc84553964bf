using HealthDoers.Web.Access.PersonalData;

namespace HealthDoers.Web.Mail.Inbound;

static class InboundSetup
{
    public static WebApplicationBuilder AddInboundMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(InboundSettings.Of(builder.Configuration));
        builder.Services.AddSingleton<KeptKeys>().AddSingleton<ReplyAddress>().AddSingleton<InboundFolder>();
        builder.Services.AddScoped<InboundDesk>().AddScoped<ReplyPosting>().AddScoped<Refusals>().AddScoped<Bounces>();
        builder.Services.AddScoped<IPersonalData, InboundData>();
        builder.Services.AddLetters<InboundText>(Refusals.Kinds);
        builder.Services.AddHostedService<InboundRun>();
        return builder;
    }
}
