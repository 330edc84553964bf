namespace HealthDoers.Web.Mail;

static class MailSetup
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        var settings = MailSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings);
        if (settings.Host is { Length: > 0 })
            builder.Services.AddSingleton<IMailer, SmtpMailer>();
        else
            builder.Services.AddSingleton<IMailer, FolderMailer>();
        builder.Services.AddSingleton<Letters>();
        builder.Services.AddHostedService<MailRun>();
        return builder;
    }

    /// <summary>Names the kinds of letters whose words are in <typeparamref name="TText"/>.</summary>
    public static IServiceCollection AddLetters<TText>(this IServiceCollection services, params string[] kinds)
    {
        foreach (var kind in kinds)
            services.AddSingleton(new LetterKind(kind, typeof(TText)));
        return services;
    }
}
