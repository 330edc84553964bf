using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HealthDoers.Web.Pages.LookBook;

/// <summary>Every part in every state, to look at while building. It has no address outside Development.</summary>
public sealed class IndexModel : PageModel
{
    public static readonly IReadOnlyList<StoryRow> Rows =
    [
        new("#", "Children who had to stop for breath were running a mile within weeks", "They go out for 15 minutes every day, in school clothes, at their own pace.", EvidenceStanding.BrightSpot, StoryKind.Story, "daily-mile", "Scotland", "The Daily Mile", 2017, "track"),
        new("#", "Close to 100 newcomers found a doctor of their own", "The survey uses colors in place of words and numbers, and nobody carries a clipboard.", EvidenceStanding.Emerging, StoryKind.CaseStudy, "newcomers", "Salt Lake City, Utah", Artwork: "shapes"),
        new("#", "We won a new grocery store. It closed after 18 months.", "Residents did not use it. So the team started again from what people own and know.", EvidenceStanding.Tested, StoryKind.FailForward, "store", "Maywood, Illinois", Artwork: "bowl"),
        new("#", "Health and community care workers pledged one small change each", "Anybody could join, from anywhere.", EvidenceStanding.Idea, StoryKind.Story, "pledge", "Australia", Artwork: "hands"),
    ];

    public static readonly IReadOnlyList<SelectListItem> Kinds = [new("Story", "Story"), new("We failed forward", "FailForward"), new("Case study", "CaseStudy")];

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet(bool calm)
    {
        Input.WhatChanged = "More families eat from the garden.";
        // A page with errors leads the eye to them; calm=true leaves it at its top.
        if (calm) return;
        ModelState.AddModelError("Input.People", "Write a number, like 60. A close guess is fine; say so in the notes.");
        ModelState.AddModelError("Input.Agreed", "Say that you agree, or leave without joining.");
    }

    public sealed class Form
    {
        [Required, StringLength(200)]
        public string WhatChanged { get; set; } = "";

        public string? People { get; set; } = "some";

        public StoryKind Kind { get; set; }

        public StoryKind Reader { get; set; }

        public List<string> Topics { get; set; } = ["Story"];

        public bool Agreed { get; set; }

        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
