using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories.Conversation;

static class ResponseKinds
{
    public static string Slug(ResponseKind kind) => kind switch
    {
        ResponseKind.WeTriedThis => "we-tried-this",
        ResponseKind.ThisIsUsToo => "this-is-us-too",
        _ => "i-can-help",
    };

    public static ResponseKind? Read(string slug) =>
        Enum.GetValues<ResponseKind>().Select(k => (ResponseKind?)k).FirstOrDefault(k => Slug(k!.Value) == slug);

    public static string Icon(ResponseKind kind) => kind switch
    {
        ResponseKind.WeTriedThis => "check",
        ResponseKind.ThisIsUsToo => "users-round",
        _ => "heart",
    };
}
