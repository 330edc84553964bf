using System.Globalization;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>The letters about joining and signing in. Each is a row for the mail run; the caller saves it with what it tells of.</summary>
sealed class AccountMail(AppDb db, SiteAddress site, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Nobody gets more of these in an hour, whoever types their address in.</summary>
    public const int MostInAnHour = 5;
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    public static readonly string[] Kinds = ["Confirm", "AlreadyMember", "Reset", "NoAccount", "ChangeEmail", "EmailTaken", "EmailChanged", "PasswordChanged"];

    public Task<bool> ConfirmAsync(string email, string name, string secret, CancellationToken cancellationToken) =>
        QueueAsync("Confirm", email, cancellationToken, ("Name", name), ("Link", $"{site.ForMail}/account/confirm?token={secret}"));

    public Task<bool> AlreadyMemberAsync(string email, CancellationToken cancellationToken) =>
        QueueAsync("AlreadyMember", email, cancellationToken, ("Link", $"{site.ForMail}/account/login"), ("Forgot", $"{site.ForMail}/account/forgot"));

    public Task<bool> NoAccountAsync(string email, CancellationToken cancellationToken) =>
        QueueAsync("NoAccount", email, cancellationToken, ("Link", $"{site.ForMail}/account/register"));

    public async Task<bool> ResetAsync(Account account, CancellationToken cancellationToken) =>
        await QueueAsync("Reset", account.Email!, cancellationToken, ("Link", site.ForMail + await ResetPathAsync(account)));

    public async Task<string> ResetPathAsync(Account account) =>
        $"/account/reset?id={account.Id}&token={Uri.EscapeDataString(await accounts.GeneratePasswordResetTokenAsync(account))}";

    public async Task<bool> ChangeEmailAsync(Account account, string email, CancellationToken cancellationToken)
    {
        var token = await accounts.GenerateChangeEmailTokenAsync(account, email);
        return await QueueAsync("ChangeEmail", email, cancellationToken,
            ("Link", $"{site.ForMail}/account/email/confirm?id={account.Id}&email={Uri.EscapeDataString(email)}&token={Uri.EscapeDataString(token)}"));
    }

    public Task<bool> EmailTakenAsync(string email, CancellationToken cancellationToken) => QueueAsync("EmailTaken", email, cancellationToken);

    public Task<bool> EmailChangedAsync(string oldEmail, CancellationToken cancellationToken) => QueueAsync("EmailChanged", oldEmail, cancellationToken);

    public Task<bool> PasswordChangedAsync(Account account, CancellationToken cancellationToken) =>
        QueueAsync("PasswordChanged", account.Email!, cancellationToken, ("Link", $"{site.ForMail}/account/forgot"));

    async Task<bool> QueueAsync(string kind, string address, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        var now = clock.GetUtcNow();
        var hour = now - TimeSpan.FromHours(1);
        if (await db.OutgoingMails.CountAsync(m => m.Address == address && m.At > hour, cancellationToken) >= MostInAnHour)
            return false;
        db.OutgoingMails.Add(new()
        {
            Kind = kind,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Address = address,
            Values = values.ToDictionary(v => v.Name, v => v.Value),
            At = now,
        });
        return true;
    }
}
