using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.PersonalData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class LeaveModel(OwnAccount own, CurrentMember me, Leaving leaving, Sessions sessions, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty]
    public Chosen Input { get; set; } = new();

    public IEnumerable<SelectListItem> Choices => Enum.GetNames<WhatStays>().Select(stays => new SelectListItem(text["Stays" + stays], stays));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var member = await me.RequireAsync(cancellationToken);
        await own.ProveAsync(await own.GetAsync(cancellationToken), Input.Password, ModelState, "Input.Password", text["PresentWrong"], cancellationToken);
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Stays))
            return this.Refused();
        await leaving.LeaveAsync(member, Input.Stays, cancellationToken);
        await sessions.EndAsync();
        return this.Done("/account/login", text["Left"]);
    }

    public sealed class Chosen
    {
        public WhatStays Stays { get; set; }

        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
