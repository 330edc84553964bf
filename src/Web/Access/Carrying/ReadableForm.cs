using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>
/// The framework reads no form that holds a null character, and with it everything else that was typed would be lost.
/// Here it is taken out, and the form is shown again with the rest.
/// </summary>
static class ReadableForm
{
    const string Escaped = "%00";
    const int Longest = 4 * 1024 * 1024;

    public static async Task EnsureAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is null or > Longest
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return;
        request.EnableBuffering(Longest);
        try
        {
            await request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unread) when (unread is InvalidDataException or InvalidOperationException)
        {
            request.Body.Position = 0;
            using var reader = new StreamReader(request.Body, leaveOpen: true);
            var sent = await reader.ReadToEndAsync(http.RequestAborted);
            var rest = sent.Replace(Escaped, "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
            if (rest.Length == sent.Length)
                return; // something else is wrong with it, and who reads it next says so
            using var form = new FormReader(rest) { ValueLengthLimit = Longest };
            request.Form = new FormCollection(await form.ReadFormAsync(http.RequestAborted));
            http.ShowAgain(WhyShownAgain.Unreadable);
        }
    }
}
