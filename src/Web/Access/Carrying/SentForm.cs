using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>What of a posted form may be kept: texts, and no secret.</summary>
sealed record SentForm(Dictionary<string, string[]> Texts, string? TypedBy)
{
    const int MostFields = 1_000;
    const long LargestPart = 64 * 1024 * 1024;

    /// <summary>Null when it is no form, cannot be read, or was sent from another site's page.</summary>
    public static async Task<SentForm?> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (!request.HasFormContentType || !IsFromHere(request) || http.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
            return null;
        try
        {
            await ReadableForm.EnsureAsync(http);
            // A picture or video may be with it; it is read past and not kept.
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestPart, ValueLengthLimit = 2 * 1024 * 1024 }, http.RequestAborted);
            if (form.Count > MostFields)
                return null;
            var secret = Passwords(page).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var texts = form
                .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key != Carrying.TypedBy.Field && !secret.Contains(f.Key))
                .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
            return new(texts, form[Carrying.TypedBy.Field]);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    // A page elsewhere could otherwise put its words into our member's form.
    static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" or "null" || Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);

    static IEnumerable<string> Passwords(CompiledPageActionDescriptor page) =>
        from bound in page.BoundProperties
        from property in bound.ParameterType.GetProperties()
        where property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password
        select $"{bound.Name}.{property.Name}";
}
