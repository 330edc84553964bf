using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>
/// Says in a form for whom it was made. What is typed there outlives the session, and on a shared computer the next
/// person must not be shown it.
/// </summary>
public sealed class TypedBy(IDataProtectionProvider protection, CurrentMember me)
{
    public const string Field = "typedBy";
    readonly IDataProtector _seal = protection.CreateProtector("typed-by");
    string? _mine;

    /// <summary>Null for a visitor.</summary>
    public string? Mine => me.Id is { } id ? _mine ??= _seal.Protect(id.ToString("N")) : null;

    /// <summary>Null when the form does not say, or what it says is not ours.</summary>
    public Guid? Read(string? field)
    {
        try
        {
            return field is { Length: > 0 } && Guid.TryParseExact(_seal.Unprotect(field), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Puts it into every form that posts.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class TypedByTagHelper(TypedBy typedBy) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (typedBy.Mine is { } mine)
            output.PostContent.AppendHtml($"""<input type="hidden" name="{TypedBy.Field}" value="{mine}">""");
    }
}
