using Microsoft.Data.Sqlite;

namespace HealthDoers.Web.Data;

/// <summary>Everything this program writes lies under one folder.</summary>
public sealed record DataFolders(string Root)
{
    public string Database => Path.Combine(Root, "community.db");
    public string Files => Path.Combine(Root, "files");
    public string Search => Path.Combine(Root, "search");
    public string Mail => Path.Combine(Root, "mail");
    public string Lock => Path.Combine(Root, "in-use.lock");

    /// <summary><c>Data:Folder</c>, else the folder of the SQLite file, else <c>data</c> under the content root.</summary>
    public static DataFolders From(IConfiguration configuration, string contentRoot)
    {
        if (configuration["Data:Folder"] is { Length: > 0 } folder)
            return new(Path.GetFullPath(folder, contentRoot));
        if ((configuration["Database:Provider"] ?? "Sqlite") == "Sqlite"
            && configuration.GetConnectionString("Default") is { } given
            && new SqliteConnectionStringBuilder(given).DataSource is { Length: > 0 } file)
            return new(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return new(Path.Combine(contentRoot, "data"));
    }
}
