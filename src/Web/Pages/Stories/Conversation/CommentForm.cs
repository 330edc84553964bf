using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class CommentForm
{
    [ValidateNever, Required, MaxLength(Comment.BodyLimit)]
    public string? Body { get; set; }

    /// <summary>The cleaned words, or null with what is wrong beside the field.</summary>
    public string? Read(ModelStateDictionary state, IStringLocalizer text)
    {
        var body = CleanText.Lines(Body);
        if (body.Length == 0)
            state.AddModelError("Input.Body", text["CommentEmpty"]);
        else if (body.Length > Comment.BodyLimit)
            state.AddModelError("Input.Body", text["CommentTooLong", Comment.BodyLimit.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]);
        return state.IsValid ? body : null;
    }
}
