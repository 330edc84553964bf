using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Following;

/// <summary>Follow a story, an idea, a member, a topic or a hub, and stop again.</summary>
public sealed class FollowModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<FollowingText> text) : PageModel
{
    Follow? _follow;
    Target _target = null!;

    public bool Followed => _follow is not null;

    public string Name => _target.Name;

    /// <summary>Of the name, where it is a title.</summary>
    public string? Language => _target.Language;

    public string Back => _target.Address;

    /// <summary>Where to choose how to hear of it, and of what.</summary>
    public string Rules => OneModel.AddressOf(Subject.Of(_target.Kind), _target.Id);

    public string Question => _target.Kind == FollowedKind.Story ? text["FollowStory"] : text[$"Follow{_target.Kind}", _target.Name];

    public async Task<IActionResult> OnGetAsync(string kind, string key, CancellationToken stop) => await FindAsync(kind, key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string key, CancellationToken stop)
    {
        if (!await FindAsync(kind, key, stop))
            return NotFound();
        if (_follow is { } follow)
            db.Remove(follow);
        else
            db.Follows.Add(new(current.Id!.Value, _target.Kind, _target.Id, clock.GetUtcNow()));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(Back, text[Followed ? "NotNow" : "Now"]);
    }

    async Task<bool> FindAsync(string kind, string key, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (await TargetAsync(kind, key, member, stop) is not { } target)
            return false;
        _target = target;
        _follow = await db.Follows.SingleOrDefaultAsync(f => f.MemberId == member.Id && f.Kind == target.Kind && f.TargetId == target.Id, stop);
        return true;
    }

    async Task<Target?> TargetAsync(string kind, string key, Member member, CancellationToken stop)
    {
        switch (kind)
        {
            case "story":
                return await db.Stories.VisibleTo(member).Where(s => s.Slug == key)
                    .Select(s => new Target(FollowedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop);
            case "member":
                return await db.Members.VisibleTo(member).Where(m => m.Handle == key && m.Id != member.Id)
                    .Select(m => new Target(FollowedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop);
            case "topic":
                var topic = await db.Topics.SingleOrDefaultAsync(t => t.Slug == key, stop);
                return topic is null ? null
                    : new(FollowedKind.Topic, topic.Id, topic.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Name, "/stories?topic=" + topic.Slug, null);
            case "hub":
                var hub = await db.Hubs.Standing().SingleOrDefaultAsync(h => h.Slug == key, stop);
                return hub is null ? null : new(FollowedKind.Hub, hub.Id, hub.In(PageFrame.Language).Name, HubAddress.Of(hub.Slug), null);
            case "idea":
                return await db.Ideas.VisibleTo(member).Where(i => i.Slug == key)
                    .Select(i => new Target(FollowedKind.Idea, i.Id, i.Title, "/ideas/" + i.Slug, i.Language)).SingleOrDefaultAsync(stop);
            default:
                return null;
        }
    }

    sealed record Target(FollowedKind Kind, Guid Id, string Name, string Address, string? Language);
}
