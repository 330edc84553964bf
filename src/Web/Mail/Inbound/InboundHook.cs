using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace HealthDoers.Web.Mail.Inbound;

/// <summary>
/// <c>POST /mail/inbound</c> takes one letter as it is (RFC 5322) from a mail provider that shows the secret in
/// <c>X-Mail-Secret</c>. 202 means that it is safe on disk.
/// </summary>
static class InboundHook
{
    const string SecretHeader = "X-Mail-Secret";

    public static void MapInboundMail(this IEndpointRouteBuilder app) => app.MapPost("/mail/inbound", TakeAsync).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> TakeAsync(HttpRequest request, InboundSettings settings, InboundFolder folder, CancellationToken stop)
    {
        if (!settings.IsOn || settings.Secret is not { } secret)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(secret))))
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        // A letter that is too large is taken, too: its member is told, and a provider would only send it again.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Max(settings.MostBytes * 4, 64L * 1024 * 1024);
        await folder.DropAsync(request.Body, stop);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }
}
