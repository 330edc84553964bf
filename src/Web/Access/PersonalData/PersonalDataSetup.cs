namespace HealthDoers.Web.Access.PersonalData;

static class PersonalDataSetup
{
    public static void AddPersonalData(this IServiceCollection services)
    {
        services.AddScoped<PersonalArchive>();
        services.AddScoped<IPersonalData, StoryData>();
        services.AddScoped<IPersonalData, MapData>();
        services.AddScoped<IPersonalData, AccountData>();
    }
}
