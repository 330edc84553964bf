using System.Text.Json;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>Carries what was typed over a sign-in: kept here under a secret that only the browser's cookie knows.</summary>
sealed class FormCarrier(AppDb db, WriteGate gate, TypedBy typedBy, CurrentMember me, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "carried";

    // A form that says whose it is came from a page that we made for a member. One that does not may come from anybody,
    // so of those only so many are kept, and only shorter ones; the oldest go first.
    const int MostOfOne = 10;
    const int MostOfNobody = 200;
    const int LimitOfOne = 600_000;
    const int LimitOfNobody = 60_000;

    readonly IDataProtector _seal = protection.CreateProtector("carried-form");

    /// <summary>Keeps what the form holds, if it is one of ours.</summary>
    public async Task KeepAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NotCarriedAttribute>() is not null)
            return;
        if (PageOf(http.Request) is not { Length: <= CarriedForm.PageLimit } page || await SentForm.ReadAsync(http) is not { Texts.Count: > 0 } form)
            return;
        var owner = typedBy.Read(form.TypedBy);
        var words = JsonSerializer.Serialize(form.Texts);
        if (words.Length > (owner is null ? LimitOfNobody : LimitOfOne))
            return;
        await MakeRoomAsync(owner, http.RequestAborted);
        var secret = Secret.New();
        db.CarriedForms.Add(new() { Key = Secret.HashOf(secret), TypedBy = owner, Page = page, Sealed = _seal.Protect(words), At = clock.GetUtcNow() });
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Append(Cookie, secret, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = CarriedForm.Kept,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }

    /// <summary>What this member typed on this page before they signed in, or null. Somebody else's is let go.</summary>
    public async Task<Dictionary<string, StringValues>?> FindAsync(HttpContext http)
    {
        var key = KeyOf(http.Request);
        var oldest = clock.GetUtcNow() - CarriedForm.Kept;
        var found = await db.CarriedForms.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key && f.At > oldest, http.RequestAborted);
        if (found is null || (found.TypedBy is { } owner && owner != me.Id))
        {
            await DropAsync(http);
            http.Response.Cookies.Delete(Cookie);
            return null;
        }
        return found.Page == PageOf(http.Request)
            ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(_seal.Unprotect(found.Sealed))!.ToDictionary(f => f.Key, f => new StringValues(f.Value))
            : null;
    }

    /// <summary>After it was sent for good, or is not to be shown to whoever comes next.</summary>
    public async Task DropAsync(HttpContext http)
    {
        var key = KeyOf(http.Request);
        using var turn = await gate.EnterAsync(http.RequestAborted);
        await db.CarriedForms.Where(f => f.Key == key).ExecuteDeleteAsync(http.RequestAborted);
    }

    /// <summary>True when what was just sent is the form that was carried.</summary>
    public async Task<bool> IsOfAsync(HttpContext http)
    {
        var (key, page) = (KeyOf(http.Request), PageOf(http.Request));
        return await db.CarriedForms.AnyAsync(f => f.Key == key && f.Page == page, http.RequestAborted);
    }

    async Task MakeRoomAsync(Guid? owner, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var most = owner is null ? MostOfNobody : MostOfOne;
        var over = await db.CarriedForms.Where(f => f.TypedBy == owner).OrderByDescending(f => f.At).Skip(most - 1).Select(f => f.Key).ToListAsync(cancellationToken);
        if (over.Count > 0)
            await db.CarriedForms.Where(f => over.Contains(f.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    static string KeyOf(HttpRequest request) => Secret.HashOf(request.Cookies[Cookie] ?? "");

    // Which button was pressed does not make another page.
    static string PageOf(HttpRequest request) => request.Path + QueryString.Create(request.Query.Where(q => q.Key != "handler"));
}
