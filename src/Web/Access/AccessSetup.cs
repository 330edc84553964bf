using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace HealthDoers.Web.Access;

static class AccessSetup
{
    const string CookieOrToken = "cookie-or-token";

    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Account>(identity => identity.User.AllowedUserNameCharacters = "")
            .AddEntityFrameworkStores<AppDb>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(links => links.TokenLifespan = AccountMail.LinkLasts);

        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, scheme => scheme.ForwardDefaultSelector =
                http => Caller.IsBearer(http.Request) ? BearerToken.Name : SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.Name, null)
            .AddCookie(SessionCookie.Scheme, cookie =>
            {
                cookie.LoginPath = "/account/login";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Cookie.Name = SessionCookie.Scheme;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
                cookie.SlidingExpiration = true;
                cookie.EventsType = typeof(SessionCookie);
            });
        services.AddAntiforgery(forgery =>
        {
            // Our content security policy says it already, and more strictly.
            forgery.SuppressXFrameOptionsHeader = true;
            forgery.Cookie.Name = "antiforgery";
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Signed in is the rule; what is public says so and stands on a list that a test walks.
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Roles.Editor, policy => policy.RequireRole(Roles.Editor))
            .AddPolicy(Roles.Administrator, policy => policy.RequireRole(Roles.Administrator));

        services.AddScoped<CurrentMember>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<SignInTries>();
        services.AddScoped<SigningIn>();
        services.AddScoped<Sessions>();
        services.AddScoped<Joining>();
        services.AddScoped<AccountMail>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<Leaving>();
        services.AddSingleton<FirstAdministrator>();
        services.AddHostedService<FirstAdministrator.Printer>();
        services.AddSingleton<AccessMemory>();
        services.AddSingleton<IEventConsumer>(s => s.GetRequiredService<AccessMemory>());
        services.AddLetters<AccountMailText>(AccountMail.Kinds);
        services.AddPersonalData();
        services.AddCarriedForms();
        return builder;
    }
}
