using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.Error.WriteLine("This project only lends its two factories to `dotnet ef`. Run ./dev migrations <Name>.");
return 2;

/// <summary>Makes the context that SQLite migrations are generated from; it never connects.</summary>
sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=never-opened.db").Options);
}

/// <summary>Makes the context that PostgreSQL migrations are generated from; it never connects.</summary>
sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlAppDb>
{
    public PostgreSqlAppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlAppDb>().UseNpgsql("Host=never.invalid").Options);
}
