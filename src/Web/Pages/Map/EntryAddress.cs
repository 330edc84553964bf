namespace HealthDoers.Web.Pages.Map;

static class EntryAddress
{
    public static string Of(Guid id) => $"/map/entries/{id:N}";
}
