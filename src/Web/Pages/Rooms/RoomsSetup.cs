using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Rooms.Attaching;
using HealthDoers.Web.Pages.Rooms.Circles;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using HealthDoers.Web.Pages.Rooms.History;
using HealthDoers.Web.Pages.Rooms.Jargon;
using HealthDoers.Web.Pages.Rooms.Links;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Pages.Rooms.Ties;

namespace HealthDoers.Web.Pages.Rooms;

static class RoomsSetup
{
    public static WebApplicationBuilder AddRooms(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RoomLog>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RoomLog>());
        builder.Services.AddSingleton<PostPace>();
        builder.Services.AddSingleton<TopicMemory>();
        builder.Services.AddSingleton<JargonCards>();
        builder.Services.AddSingleton<HeldCards>();
        builder.Services.AddHostedService(services => services.GetRequiredService<HeldCards>());
        builder.Services.AddHostedService<CircleClock>();
        builder.Services.AddSingleton<CardPace>();
        builder.Services.AddScoped<CardRaising>();
        builder.Services.AddScoped<RoomVisit>().AddScoped<FormPosting>();
        builder.Services.AddSingleton<FileTickets>().AddScoped<RoomUploads>().AddScoped<AttachedReader>();
        builder.Services.AddScoped<TopicTies>().AddScoped<LinkCards>();
        builder.Services.AddHostedService<DeletedWords>();
        builder.Services.AddSingleton<ActionClock>().AddHostedService(services => services.GetRequiredService<ActionClock>());
        builder.Services.AddScoped<IHubPart, HubRooms>();
        builder.Services.AddScoped<IPersonalData, MessageData>();
        builder.Services.AddScoped<PairNames>().AddScoped<TalkMaking>().AddScoped<IPersonalData, TalkData>();
        return builder;
    }
}
