using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Files;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class ProfileModel(CurrentMember me, AppDb db, FileStore files, PictureSizes sizes, AccessMemory memory, TopicList topics, IStringLocalizer<AccountText> text) : PageModel, IShownAgain
{
    const int FaceSide = 256;
    const int MostOnMap = 20;

    [BindProperty]
    public ProfileForm Input { get; set; } = new();

    public string Handle { get; private set; } = "";
    public string? Picture { get; private set; }

    /// <summary>Their own entries of the map; a change agent is one.</summary>
    public IReadOnlyList<(Guid Id, string Title)> OnMap { get; private set; } = [];

    public IEnumerable<SelectListItem> Audiences => Choices<Audience>();
    public IEnumerable<SelectListItem> RoleChoices => Choices<CommunityRole>();
    public IEnumerable<SelectListItem> SkillChoices => Profile.SkillCodes.Select(code => new SelectListItem(text["Skill" + code], code));
    public IEnumerable<SelectListItem> TopicChoices { get; private set; } = [];
    public IEnumerable<SelectListItem> LanguageChoices => [new(text["LanguageAuto"], ""), new("English", "en"), new("Español", "es")];

    public IEnumerable<SelectListItem> ZoneChoices => [new(text["ZoneAuto"], ""), .. Zones.Names.Select(z => new SelectListItem(Zones.Spelled(z), z))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = ProfileForm.Of(await LoadAsync(cancellationToken));
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var member = await LoadAsync(cancellationToken);
        var name = new AccountFields(ModelState, text).Name(Input.Name);
        var picture = await ReadPictureAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.Refused();

        if (picture is not null)
            picture = await sizes.ReducedAsync(picture, FaceSide, cancellationToken) ?? picture;
        var hash = picture is not null ? await files.KeepAsync(picture, member.Id, cancellationToken) : Input.NoPicture ? null : member.Profile.Picture;
        if (name != member.Name)
            member.Rename(name);
        member.Describe(Input.Read(hash, (await topics.GetAsync()).BySlug.Keys));
        var language = PagesSetup.Languages.Any(l => l.Name == Input.Language) ? Input.Language : null;
        member.Read(language);
        member.LiveIn(Zones.Knows(Input.Zone) ? Input.Zone : null);
        await db.SaveChangesAsync(cancellationToken);
        memory.Forget(member.Id);
        if (language is not null)
            Preferences.Choose(HttpContext, language);
        return this.Done("/account/profile", text["ProfileSaved"]);
    }

    async Task<ImageFile?> ReadPictureAsync(CancellationToken cancellationToken)
    {
        if (Input.Picture is not { Length: > 0 } upload)
            return null;
        var fault = ImageFault.TooHeavy;
        ImageFile? picture = null;
        if (upload.Length <= ImageFile.MaxBytes)
        {
            using var bytes = new MemoryStream((int)upload.Length);
            await upload.CopyToAsync(bytes, cancellationToken);
            fault = ImageFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), out picture);
        }
        if (fault != ImageFault.None)
            ModelState.AddModelError("Input.Picture", text["Picture" + fault]);
        return picture;
    }

    async Task<Member> LoadAsync(CancellationToken cancellationToken)
    {
        var member = await me.RequireAsync(cancellationToken);
        (Handle, Picture) = (member.Handle, member.Profile.Picture);
        TopicChoices = [.. (await topics.GetAsync()).In(PageFrame.Language).Select(t => new SelectListItem(t.In(PageFrame.Language).Name, t.Slug))];
        OnMap = [.. (await db.MapEntries.Where(e => e.OwnerId == member.Id).OrderBy(e => e.AddedAt).Take(MostOnMap).Select(e => new { e.Id, e.Title }).ToListAsync(cancellationToken)).Select(e => (e.Id, e.Title))];
        return member;
    }

    IEnumerable<SelectListItem> Choices<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(value => new SelectListItem(text[typeof(T).Name + value], value));
}
