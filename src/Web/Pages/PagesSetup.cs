using System.Globalization;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Mail.Inbound;
using HealthDoers.Web.Notifying.Push;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Activity;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Gatherings.Calendars;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Pages.Mentoring;
using HealthDoers.Web.Pages.Notifications;
using HealthDoers.Web.Pages.Search;
using HealthDoers.Web.Pages.Searches;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Pages.Stories.Cards;
using HealthDoers.Web.Pages.Stories.Conversation;
using HealthDoers.Web.Pages.Stories.Feeds;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Pages.Teams;
using HealthDoers.Web.Pages.Visits;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HealthDoers.Web.Pages;

static class PagesSetup
{
    public static readonly CultureInfo[] Languages = [new("en"), new("es")];

    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages(pages =>
            {
                pages.Conventions.AllowPublicPages();
                pages.Conventions.AddEditRoute();
                pages.Conventions.AddListingEditRoute();
                pages.Conventions.AddIdeaEditRoutes();
                pages.Conventions.AddGatheringEditRoute();
                pages.Conventions.AddPageRoute("/Visits/Write", "/visits/{id:guid}/edit");
                pages.Conventions.FollowMovedHubs();
                pages.Conventions.AddPageRoute("/About/Text", "/{slug:regex(^(help|privacy)$)}");
                // Ours tells cookies from tokens; see CookieAntiforgery.
                pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                pages.Conventions.ConfigureFilter(new CookieAntiforgery.PageFilter());
                pages.Conventions.ConfigureFilter(new ShownAgainFilter());
                pages.Conventions.ConfigureFilter(new KnownHandlersFilter());
                pages.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(RuleBrokenFilter)));
            })
            .AddMvcOptions(mvc =>
            {
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
                mvc.ModelBindingMessageProvider.SayInOurWords();
            })
            .AddViewLocalization()
            // [Required(ErrorMessage = "Required")] names a sentence of the shared text.
            .AddDataAnnotationsLocalization(words => words.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(SharedText)));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PlainWords>().AddSingleton<TopicList>().AddSingleton<StoryCounts>().AddSingleton<StoryMemory>().AddSingleton<NewestStories>()
            .AddSingleton<ConversationReader>().AddSingleton<SolutionWords>();
        builder.Services.AddScoped<FacetWords>();
        builder.Services.AddScoped<Askers>().AddScoped<Commenting>();
        builder.Services.AddCommunities();
        builder.Services.AddTeams();
        builder.Services.AddMentoring();
        builder.Services.AddVisits();
        builder.Services.AddScoped<Promises>();
        builder.AddSearches();
        builder.AddGatherings();
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.Configure<CookieTempDataProviderOptions>(notices =>
        {
            notices.Cookie.Name = SeeOtherPage.Cookie;
            notices.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<RequestLocalizationOptions>(languages =>
        {
            languages.DefaultRequestCulture = new("en");
            languages.SupportedCultures = languages.SupportedUICultures = Languages;
            languages.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Preferences.Language }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapIdeas();
        app.MapStoryFeeds();
        app.MapStoryCards();
        app.MapHubFeeds();
        app.MapCalendars();
        app.MapSitemap();
        app.MapPreferences();
        app.MapSearch();
        app.MapMap();
        app.MapOEmbed();
        app.MapSuggest();
        app.MapSearchFeed();
        app.MapOneClickEnd();
        app.MapOneClickMailEnd();
        app.MapInboundMail();
        app.MapPushWorker();
        return app;
    }

    /// <summary>An empty field is an empty text, not a missing one.</summary>
    sealed class EmptyStaysEmpty : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
