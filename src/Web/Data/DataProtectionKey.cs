using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data;

/// <summary>A key of ASP.NET Core data protection. In the database, so that every node reads every node's cookies.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

sealed class DataProtectionKeys(IDbContextFactory<AppDb> dbs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = dbs.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    // The framework asks synchronously, and only when a key is made: once in 90 days.
    public void StoreElement(XElement element, string friendlyName) => Task.Run(async () =>
    {
        await using var db = await dbs.CreateDbContextAsync();
        db.DataProtectionKeys.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        await db.SaveChangesAsync();
    }).GetAwaiter().GetResult();
}
