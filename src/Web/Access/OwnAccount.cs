using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>The account of whoever asks.</summary>
sealed class OwnAccount(CurrentMember me, AppDb db)
{
    public async Task<Account> GetAsync(CancellationToken cancellationToken)
    {
        var id = me.Id ?? throw new InvalidOperationException("This page is for signed-in members.");
        return await db.Users.SingleAsync(a => a.Id == id, cancellationToken);
    }
}
