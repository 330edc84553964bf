using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>A question or a goal for the pact, as typed.</summary>
[ValidateNever]
public sealed class PactForm
{
    [Required, StringLength(PactQuestion.WordsLimit)]
    public string? Question { get; set; }

    [StringLength(Posting.BodyLimit - PactQuestion.WordsLimit - 10)]
    public string? Details { get; set; }

    /// <summary>Chosen by the form, so that a button pressed twice asks once.</summary>
    public Guid ClientId { get; set; }

    [Required, StringLength(PactGoal.WordsLimit)]
    public string? Goal { get; set; }

    public string? Due { get; set; }
}
